import ts from 'typescript';
import type { AppSetup } from '../app/app-setup';
import { findRoutes } from '../app/find-routes';
import { KIT } from '../app/kit-setup';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import type { Edit } from '../source/edits';
import { importedNames, localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { property, propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';
import type { AuthRoute } from './auth-routes';

/** Plans those of the routes that are missing, ahead of any that matches everything. @throws CannotEdit */
export function planRoutes(
  sources: Sources,
  setup: AppSetup,
  authRoutes: readonly AuthRoute[],
): Edit[] {
  const routes = findRoutes(sources, setup);
  const source = routes.getSourceFile();
  const path = source.fileName;
  const known = topRoutes(routes);
  const missing = authRoutes.filter((wanted) => {
    const sameName = known.find((route) => pathOf(route) === wanted.path);
    if (!sameName) return true;
    if (shows(sameName, wanted)) return false;
    throw new CannotEdit(path, `there is a route \`${wanted.path}\` already`, sameName);
  });
  const catchAll = routes.elements.findIndex(
    (element) => ts.isObjectLiteralExpression(element) && matchesEverything(element),
  );
  const code = missing.map((route) => routeCode(source, route));
  const index = catchAll < 0 ? routes.elements.length : catchAll;
  return [
    ...insertIntoList(bracketList(routes), code, index),
    ...missing
      .flatMap(({ component, guard }) => [component, guard])
      .map((symbol): Edit => ({ kind: 'import', path, symbol, module: KIT })),
  ];
}

function routeCode(source: ts.SourceFile, { path, component, guard }: AuthRoute): string {
  const [shown, guarded] = [component, guard].map((symbol) => localName(source, symbol, KIT));
  const quoted = stringLiteral(path, codeStyle(source));
  return `{ path: ${quoted}, component: ${shown}, canActivate: [${guarded}] }`;
}

/** The routes of the first level: those of the array, and the children of routes without a path. */
function topRoutes(routes: ts.ArrayLiteralExpression): ts.ObjectLiteralExpression[] {
  return routes.elements.flatMap((element) => {
    const path = element.getSourceFile().fileName;
    if (!ts.isObjectLiteralExpression(element)) {
      throw new CannotEdit(path, 'some routes come from elsewhere', element);
    }
    const children = propertyValue(element, 'children');
    if (pathOf(element) !== '' || !children) return [element];
    if (ts.isArrayLiteralExpression(children)) return [element, ...topRoutes(children)];
    throw new CannotEdit(path, 'the children of this route come from elsewhere', children);
  });
}

/** Null for a route with a matcher in place of a path. */
function pathOf(route: ts.ObjectLiteralExpression): string | null {
  if (property(route, 'matcher')) return null;
  const value = propertyValue(route, 'path');
  if (value && ts.isStringLiteralLike(value)) return value.text;
  throw new CannotEdit(route.getSourceFile().fileName, 'the path of this route is computed', route);
}

function matchesEverything(route: ts.ObjectLiteralExpression): boolean {
  const path = pathOf(route);
  if (path === null || path === '**' || path.startsWith(':')) return true;
  const children = path === '' ? propertyValue(route, 'children') : null;
  return (
    !!children &&
    ts.isArrayLiteralExpression(children) &&
    topRoutes(children).some(matchesEverything)
  );
}

/** Whether a route shows the component of the library, loaded at once or when wanted. */
function shows(route: ts.ObjectLiteralExpression, { component }: AuthRoute): boolean {
  const value = propertyValue(route, 'component');
  if (value) return value.getText() === importedNames(route.getSourceFile(), KIT).get(component);
  const lazy = propertyValue(route, 'loadComponent')?.getText() ?? '';
  return lazy.includes(KIT) && lazy.includes(component);
}
