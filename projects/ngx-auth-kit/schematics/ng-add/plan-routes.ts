import ts from 'typescript';
import { type AppSetup, valueOf } from '../app/app-setup';
import { findRoutes } from '../app/find-routes';
import { KIT } from '../app/kit-setup';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import { constantText } from '../source/constant-text';
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
  const known = topRoutes(sources, routes);
  const missing = authRoutes.filter((wanted) => {
    const sameName = known.find((route) => pathOf(sources, route) === wanted.path);
    if (!sameName) return true;
    if (shows(sameName, wanted)) return false;
    const place = sameName.getSourceFile().fileName;
    throw new CannotEdit(place, `the route \`${wanted.path}\` already exists`, sameName);
  });
  const catchAll = routes.elements.findIndex((element) => matchesEverything(sources, element));
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

/** The routes of the first level: those of the array and of what is spread in it, and the children of routes without a path. */
function topRoutes(
  sources: Sources,
  { elements }: ts.ArrayLiteralExpression,
): ts.ObjectLiteralExpression[] {
  return elements.flatMap((element) => {
    const route = spreadRoutes(sources, element) ?? valueOf(sources, element);
    if (ts.isArrayLiteralExpression(route)) return topRoutes(sources, route);
    if (!ts.isObjectLiteralExpression(route)) {
      throw new CannotEdit(
        element.getSourceFile().fileName,
        'this route is not an object literal',
        element,
      );
    }
    const children = pathOf(sources, route) === '' ? childrenOf(sources, route) : null;
    return children ? [route, ...topRoutes(sources, children)] : [route];
  });
}

/** The array that `...routes` spreads, wherever it is declared; null for any other element. */
function spreadRoutes(sources: Sources, element: ts.Expression): ts.ArrayLiteralExpression | null {
  if (!ts.isSpreadElement(element)) return null;
  const value = sources.attempt(() => valueOf(sources, element.expression));
  if (value && ts.isArrayLiteralExpression(value)) return value;
  const path = element.getSourceFile().fileName;
  throw new CannotEdit(path, 'cannot find the routes that are spread here', element);
}

function childrenOf(
  sources: Sources,
  route: ts.ObjectLiteralExpression,
): ts.ArrayLiteralExpression | null {
  const written = propertyValue(route, 'children');
  const children = written && sources.attempt(() => valueOf(sources, written));
  if (children && ts.isArrayLiteralExpression(children)) return children;
  if (!written) return null;
  const path = written.getSourceFile().fileName;
  throw new CannotEdit(path, 'cannot find the children of this route', written);
}

/** Null for a route with a matcher in place of a path. */
function pathOf(sources: Sources, route: ts.ObjectLiteralExpression): string | null {
  if (property(route, 'matcher')) return null;
  const value = propertyValue(route, 'path');
  const text = value && constantText(sources, value);
  if (typeof text === 'string') return text;
  throw new CannotEdit(
    route.getSourceFile().fileName,
    'the path of this route is not a constant',
    route,
  );
}

/** Whether an element of the routes, or one that it brings along, matches what the new routes match. */
function matchesEverything(sources: Sources, element: ts.Expression): boolean {
  const spread = spreadRoutes(sources, element);
  if (spread) return spread.elements.some((each) => matchesEverything(sources, each));
  const route = valueOf(sources, element) as ts.ObjectLiteralExpression;
  const path = pathOf(sources, route);
  if (path === null || path === '**' || path.startsWith(':')) return true;
  const children = path === '' ? childrenOf(sources, route) : null;
  return !!children?.elements.some((each) => matchesEverything(sources, each));
}

/** Whether a route shows the component of the library, loaded at once or when wanted. */
function shows(route: ts.ObjectLiteralExpression, { component }: AuthRoute): boolean {
  const value = propertyValue(route, 'component');
  if (value) return value.getText() === importedNames(route.getSourceFile(), KIT).get(component);
  const lazy = propertyValue(route, 'loadComponent')?.getText() ?? '';
  return lazy.includes(KIT) && lazy.includes(component);
}
