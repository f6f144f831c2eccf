import ts from 'typescript';
import { descendants } from '../source/find-calls';
import { findDeclaration } from '../source/find-declaration';
import type { Sources } from '../source/sources';
import { type AppSetup, listIn } from './app-setup';

/** Where an app says what it provides. */
export interface AppProviders {
  /** The object of the set-up, and what its `providers` take from the app's own files. */
  readonly nodes: readonly ts.Node[];
  /** The first element that could not be followed, so that nobody knows what it provides. */
  readonly opaque: ts.Expression | null;
}

/** Follows spreads (`...coreProviders`) and functions of the app (`provideCore()`). @throws CannotEdit */
export function appProviders(sources: Sources, setup: AppSetup): AppProviders {
  const nodes: ts.Node[] = [setup.object];
  let opaque: ts.Expression | null = null;
  const follow = (element: ts.Expression): void => {
    const name = nameOfOwn(sources, element);
    if (!name) return;
    const declaration = ts.isIdentifier(name)
      ? sources.attempt(() => findDeclaration(sources, name))
      : null;
    if (!declaration) opaque ??= element;
    if (!declaration || nodes.includes(declaration)) return;
    nodes.push(declaration);
    for (const list of descendants(declaration, ts.isArrayLiteralExpression)) {
      list.elements.forEach(follow);
    }
  };
  listIn(setup, 'providers')?.elements.forEach(follow);
  return { nodes, opaque };
}

/** What an element that may hold more than it shows is called; null for the functions of packages. */
function nameOfOwn(sources: Sources, element: ts.Expression): ts.Expression | null {
  if (ts.isSpreadElement(element)) {
    const { expression } = element;
    // Of `...makeProviders()` the function, of `...appConfig.providers` the object.
    const isPart = ts.isCallExpression(expression) || ts.isPropertyAccessExpression(expression);
    return isPart ? expression.expression : expression;
  }
  if (!ts.isCallExpression(element) || !ts.isIdentifier(element.expression)) return null;
  const source = element.getSourceFile();
  const { text } = element.expression;
  const link = source.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) =>
      descendants(importClause ?? source, ts.isIdentifier).some((name) => name.text === text),
    );
  const module = link && (link.moduleSpecifier as ts.StringLiteral).text;
  const isOwn = !module || module.startsWith('.') || sources.resolve(source.fileName, module);
  return isOwn ? element.expression : null;
}
