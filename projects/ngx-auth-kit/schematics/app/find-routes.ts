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

function routerCall(sources: Sources, { kind, object, path }: AppSetup): ts.CallExpression | null {
  const [provided] = findCalls(object, 'provideRouter', ROUTER);
  if (provided) return provided;
  if (kind === 'standalone') return null;
  const files = [object.getSourceFile(), ...relativeImports(sources, path)];
  return (
    files.flatMap((file) => findStaticCalls(file, 'RouterModule', 'forRoot', ROUTER))[0] ?? null
  );
}

/** The files that a root module imports: its routing module is among them. */
function relativeImports(sources: Sources, path: string): ts.SourceFile[] {
  const declarations = sources.find(path)?.statements.filter(ts.isImportDeclaration) ?? [];
  return declarations.flatMap(({ moduleSpecifier }) => {
    const target =
      ts.isStringLiteral(moduleSpecifier) && sources.resolve(path, moduleSpecifier.text);
    return (target && sources.find(target)) || [];
  });
}
