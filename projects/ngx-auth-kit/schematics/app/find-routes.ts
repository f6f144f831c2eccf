import ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import { findCalls, findStaticCalls } from '../source/find-calls';
import type { Sources } from '../source/sources';
import { type AppSetup, valueOf } from './app-setup';

const ROUTER = '@angular/router';

/** The array of the app's top routes. @throws CannotEdit where there is none, or it is computed. */
export function findRoutes(sources: Sources, setup: AppSetup): ts.ArrayLiteralExpression {
  const call = routerCall(sources, setup);
  if (!call) {
    const missing = setup.kind === 'module' ? 'RouterModule.forRoot' : 'provideRouter';
    throw new CannotEdit(setup.path, `the app has no router: \`${missing}(routes)\` is missing`);
  }
  const [argument] = call.arguments;
  const routes = argument && valueOf(sources, argument);
  if (routes && ts.isArrayLiteralExpression(routes)) return routes;
  const place = (routes ?? call).getSourceFile().fileName;
  throw new CannotEdit(place, 'the routes are not an array literal', routes ?? call);
}

/** The call that provides the router: in the set-up itself, else in the nearest of the files that it imports. */
export function routerCall(sources: Sources, { object, path }: AppSetup): ts.CallExpression | null {
  const within = [object, ...sources.reachable(path)];
  const calls = within.flatMap((node) => [
    ...findCalls(node, 'provideRouter', ROUTER),
    ...findStaticCalls(node, 'RouterModule', 'forRoot', ROUTER),
  ]);
  return calls[0] ?? null;
}
