import type { Rule } from '@angular-devkit/schematics';
import { findAppProject } from '../app/app-project';
import { kindOfApp } from '../app/app-setup';
import { findKitSetup } from '../app/kit-setup';
import { projectFiles } from '../app/project-files';
import { uncommittedNote } from '../app/uncommitted';
import { MigrationReport } from '../migration/migration-report';
import { reportOtherUses, usesPackage } from '../migration/other-uses';
import type { MovedService } from '../migration/moved-service';
import { planServiceUses } from '../migration/service-uses';
import { setupByHand } from '../ng-add/by-hand';
import { checkBaseUrl, type NgAddOptions } from '../ng-add/ng-add-options';
import { applyEdits } from '../source/apply-edits';
import { CannotEdit } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { changeHelperCall } from './helper-call';
import { findJwtModule } from './jwt-module';
import { kitOptions } from './kit-options';
import { dropJwtOptions, planConfig } from './plan-config';
import { reportStorageWrites } from './storage-writes';

/** Options of `ng generate ngx-auth-kit:migrate-angular-jwt`; see `schema.json`. */
export type MigrateOptions = Omit<NgAddOptions, 'routes'>;

const HELPER: MovedService = {
  symbol: 'JwtHelperService',
  from: ANGULAR_JWT,
  change: changeHelperCall,
  unchanged: [],
};

/**
 * Moves an app from angular-jwt: its set-up and the uses of JwtHelperService that read the session.
 * What cannot be moved stays as it is, works as before and is reported; where that is the set-up,
 * nothing is changed.
 */
export function migrateAngularJwt(options: MigrateOptions): Rule {
  return async (tree, { logger }) => {
    checkBaseUrl(options.baseUrl);
    const project = await findAppProject(tree, options.project);
    const sources = new Sources(tree);
    const paths = projectFiles(tree, sources, project);
    if (!paths.some((path) => usesPackage(sources.find(path), ANGULAR_JWT))) {
      logger.info(`Nothing to move: no file of ${project.name} imports ${ANGULAR_JWT}.`);
      return;
    }
    const report = new MigrationReport(ANGULAR_JWT);
    const edits: Edit[] = [];
    try {
      const jwt = findJwtModule(sources, paths);
      if (!jwt && !findKitSetup(sources, paths)) {
        logger.warn(
          `No file of ${project.name} calls JwtModule.forRoot; nothing was changed. ` +
            'Set up ngx-auth-kit first (ng add ngx-auth-kit), then run this command again.',
        );
        return;
      }
      const moved = jwt && kitOptions(sources, paths, jwt, report);
      const helper = planServiceUses(tree, sources, paths, HELPER, report);
      edits.push(...helper.edits);
      if (!jwt && !helper.isStillInjected) edits.push(...dropJwtOptions(sources, paths));
      if (jwt && moved) {
        const keepsHelper = helper.isStillInjected;
        const migration = { jwt, moved, answers: options, keepsHelper };
        edits.push(...planConfig(sources, paths, migration, report));
        if (moved.place) reportStorageWrites(sources, paths, moved.place, report);
      }
      const note = uncommittedNote();
      applyEdits(tree, sources, edits);
      const edited = new Sources(tree);
      reportOtherUses(sources, paths, edited, HELPER, report);
      report.print(
        logger,
        paths.some((path) => usesPackage(edited.find(path), ANGULAR_JWT)),
      );
      if (note) logger.info(note);
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      logger.warn(
        `${error.message}.\nThe app still uses ${ANGULAR_JWT}; nothing was changed. ` +
          `Fix this and run the command again, or remove JwtModule and add:\n\n` +
          setupByHand(kindOfApp(sources, project), options),
      );
    }
  };
}
