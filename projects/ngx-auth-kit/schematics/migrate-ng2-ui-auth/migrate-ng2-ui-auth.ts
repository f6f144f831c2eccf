import type { Rule } from '@angular-devkit/schematics';
import { findAppProject } from '../app/app-project';
import { kindOfApp } from '../app/app-setup';
import { findKitSetup } from '../app/kit-setup';
import { projectFiles } from '../app/project-files';
import { uncommittedNote } from '../app/uncommitted';
import { MigrationReport } from '../migration/migration-report';
import { findModuleCall } from '../migration/module-call';
import { reportOtherUses, usesPackage } from '../migration/other-uses';
import type { MovedService } from '../migration/moved-service';
import { planServiceUses } from '../migration/service-uses';
import { setupByHand } from '../ng-add/by-hand';
import { DEFAULT_BACKEND } from '../ng-add/ng-add-options';
import { applyEdits } from '../source/apply-edits';
import { CannotEdit } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { Sources } from '../source/sources';
import { changeAuthServiceCall } from './auth-service-call';
import { NG2_UI_AUTH } from './ng2-ui-auth';
import { planModule } from './plan-module';

/** Options of `ng generate ngx-auth-kit:migrate-ng2-ui-auth`; see `schema.json`. */
export interface MigrateUiAuthOptions {
  readonly project?: string;
}

const SERVICE: MovedService = {
  symbol: 'AuthService',
  from: NG2_UI_AUTH,
  change: changeAuthServiceCall,
  unchanged: ['isAuthenticated', 'logout'],
};

/**
 * Moves an app from ng2-ui-auth: its config and the uses of its AuthService. What cannot be moved stays as
 * it is and is reported; if that is the config, nothing is changed.
 */
export function migrateNg2UiAuth(options: MigrateUiAuthOptions): Rule {
  return async (tree, { logger }) => {
    const project = await findAppProject(tree, options.project);
    const sources = new Sources(tree);
    const paths = projectFiles(tree, sources, project);
    if (!paths.some((path) => usesPackage(sources.find(path), NG2_UI_AUTH))) {
      logger.info(`Nothing to move: no file of ${project.name} imports ${NG2_UI_AUTH}.`);
      return;
    }
    const report = new MigrationReport(NG2_UI_AUTH);
    try {
      const module = findModuleCall(sources, paths, {
        symbol: 'Ng2UiAuthModule',
        from: NG2_UI_AUTH,
      });
      if (!module && !findKitSetup(sources, paths)) {
        logger.warn(
          `No file of ${project.name} calls Ng2UiAuthModule.forRoot; nothing was changed. ` +
            'Set up ngx-auth-kit first (ng add ngx-auth-kit), then run this command again.',
        );
        return;
      }
      const edits: Edit[] = [
        ...planServiceUses(tree, sources, paths, SERVICE, report).edits,
        ...(module ? planModule(sources, paths, module, report) : []),
      ];
      const note = uncommittedNote();
      applyEdits(tree, sources, edits);
      const edited = new Sources(tree);
      reportOtherUses(sources, paths, edited, SERVICE, report);
      report.print(
        logger,
        paths.some((path) => usesPackage(edited.find(path), NG2_UI_AUTH)),
      );
      if (note) logger.info(note);
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      const answers = { baseUrl: '/auth', backend: DEFAULT_BACKEND };
      logger.warn(
        `${error.message}.\nThe app still uses ${NG2_UI_AUTH}; nothing was changed. ` +
          'Fix this and run the command again, or remove Ng2UiAuthModule and add:\n\n' +
          setupByHand(kindOfApp(sources, project), answers),
      );
    }
  };
}
