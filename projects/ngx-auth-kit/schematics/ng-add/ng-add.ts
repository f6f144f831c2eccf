import { type Rule, SchematicsException } from '@angular-devkit/schematics';
import { findAppProject } from '../app/app-project';
import { type AppSetup, findAppSetup, kindOfApp } from '../app/app-setup';
import { routerCall } from '../app/find-routes';
import { findKitSetup } from '../app/kit-setup';
import { projectFiles } from '../app/project-files';
import { uncommittedNote } from '../app/uncommitted';
import { applyEdits } from '../source/apply-edits';
import { CannotEdit, placeOf } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { Sources } from '../source/sources';
import { authRoutesFor } from './auth-routes';
import { routerByHand, routesByHand, setupByHand } from './by-hand';
import { checkBaseUrl, type NgAddOptions } from './ng-add-options';
import { planRoutes } from './plan-routes';
import { planSetup } from './plan-setup';

/**
 * Sets ngx-auth-kit up in an app: providers, interceptor and routes. Changes nothing the second
 * time. Where the providers cannot be edited nothing is; where the routes cannot, they are left.
 */
export function ngAdd(options: NgAddOptions): Rule {
  return async (tree, { logger }) => {
    checkBaseUrl(options.baseUrl);
    const project = await findAppProject(tree, options.project);
    const sources = new Sources(tree);
    const edits: Edit[] = [];
    let setup: AppSetup;
    try {
      setup = findAppSetup(sources, project);
      const elsewhere = findKitSetup(
        sources,
        projectFiles(tree, sources, project).filter((path) => path !== setup.path),
      );
      if (elsewhere) {
        const place = placeOf(elsewhere.getSourceFile().fileName, elsewhere);
        logger.info(`ngx-auth-kit is already set up in ${place}. That setup was not changed.`);
      } else {
        const plan = planSetup(sources, setup, options);
        edits.push(...plan.edits);
        plan.notes.forEach((note) => logger.info(note));
      }
    } catch (error) {
      if (!(error instanceof CannotEdit)) throw error;
      throw new SchematicsException(
        `${error.message}.\nNo file of the app was changed. Add by hand:\n\n` +
          setupByHand(kindOfApp(sources, project), options) +
          (options.routes ? `\n\nAdd to the routes:\n\n${routesByHand(options)}` : ''),
      );
    }
    if (options.routes) {
      try {
        edits.push(...planRoutes(sources, setup, authRoutesFor(options.backend)));
      } catch (error) {
        if (!(error instanceof CannotEdit)) throw error;
        const router = routerCall(sources, setup) ? '' : `${routerByHand(setup.kind)}\n\n`;
        logger.warn(
          `${error.message}. The routes were not changed. Add these by hand. ` +
            `If you choose other paths, set \`loginUrl\` and \`homeUrl\` to them:\n\n` +
            router +
            routesByHand(options),
        );
      }
    }
    if (edits.length === 0) logger.info('ngx-auth-kit is already set up; nothing was changed.');
    const note = edits.length > 0 ? uncommittedNote() : null;
    if (note) logger.info(note);
    applyEdits(tree, sources, edits);
  };
}
