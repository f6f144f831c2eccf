import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import { readWorkspace } from '@schematics/angular/utility';
import { checkAngular } from './supported-angular';

/** The application to edit. Paths start with `/`, the workspace. */
export interface AppProject {
  readonly name: string;
  readonly sourceRoot: string;
  /** The file that bootstraps the app. */
  readonly main: string;
}

/** Finds the named application, or the only one. @throws one line that says what to do, before any edit. */
export async function findAppProject(tree: Tree, wanted?: string): Promise<AppProject> {
  const { projects } = await workspaceOf(tree);
  checkAngular(tree);
  const apps = [...projects].filter(([, { extensions }]) => {
    return extensions['projectType'] !== 'library';
  });
  const names = apps.map(([name]) => name).join(', ');
  if (!wanted && apps.length !== 1) {
    throw new SchematicsException(
      apps.length
        ? `There are several apps. Choose one with --project: ${names}.`
        : 'There is no app in this workspace.',
    );
  }
  const [name, project] = apps.find(([each]) => each === wanted || !wanted) ?? [];
  if (!name || !project) {
    throw new SchematicsException(
      projects.has(wanted ?? '')
        ? `${wanted} is a library. Choose an app with --project: ${names}.`
        : `There is no project ${wanted}. Choose an app with --project: ${names}.`,
    );
  }
  const sourceRoot = rooted(project.sourceRoot ?? `${project.root}/src`);
  const options = project.targets.get('build')?.options ?? {};
  const main = options['browser'] ?? options['main'];
  return {
    name,
    sourceRoot,
    main: typeof main === 'string' ? rooted(main) : `${sourceRoot}/main.ts`,
  };
}

async function workspaceOf(tree: Tree): ReturnType<typeof readWorkspace> {
  try {
    return await readWorkspace(tree);
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new SchematicsException(
      `This is not an Angular workspace: ${reason} Run the command in the folder of angular.json.`,
    );
  }
}

function rooted(path: string): string {
  return `/${path
    .split('/')
    .filter((part) => part && part !== '.')
    .join('/')}`;
}
