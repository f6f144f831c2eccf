import { Application, Converter, ReflectionKind } from 'typedoc';
import type { Context, ProjectReflection, Reflection } from 'typedoc';

const ENTRY_POINTS: Readonly<Record<string, string>> = {
  'src/public-api': 'ngx-auth-kit',
  'testing/public-api': 'ngx-auth-kit/testing',
};

/**
 * A plugin of typedoc. Calls the modules what an app imports them from. Leaves out what starts with `ɵ`, which is not public, and wants a docstring at
 * every property; only those inside of a documented object, such as the texts of a form, may explain
 * themselves.
 */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, removePrivateNames);
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, nameEntryPoints);
  app.on(Application.EVENT_VALIDATE_PROJECT, (project) => {
    for (const property of undocumentedProperties(project)) {
      app.logger.warn(`${property.getFullName()} has no docstring.`);
    }
  });
}

function removePrivateNames({ project }: Context): void {
  const names = project.getReflectionsByKind(ReflectionKind.SomeExport);
  for (const name of names) if (name.name.startsWith('ɵ')) project.removeReflection(name);
}

function nameEntryPoints({ project }: Context): void {
  for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
    module.name = ENTRY_POINTS[module.name] ?? module.name;
  }
}

function undocumentedProperties(project: ProjectReflection): Reflection[] {
  return project
    .getReflectionsByKind(ReflectionKind.Property)
    .filter((property) => !property.hasComment() && !isInsideObject(property))
    .filter((property) => !property.isDeclaration() || !property.signatures?.length);
}

function isInsideObject({ parent }: Reflection): boolean {
  return parent?.kindOf(ReflectionKind.TypeLiteral) ?? false;
}
