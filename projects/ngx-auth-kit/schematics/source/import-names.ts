import ts from 'typescript';

/** Whether imports count that are of types only as such. */
type Wanted = 'values' | 'types too';

/** The names that a file imports from a module, by the symbol's own name. */
export function importedNames(
  source: ts.SourceFile,
  module: string,
  wanted: Wanted = 'values',
): Map<string, string> {
  const specifiers = namedImports(source, module, wanted).flatMap(({ elements }) => [...elements]);
  return new Map(
    specifiers.map(({ name, propertyName }) => [(propertyName ?? name).text, name.text]),
  );
}

/** The `{ … }` of the imports from a module. */
export function namedImports(
  source: ts.SourceFile,
  module: string,
  wanted: Wanted = 'values',
): ts.NamedImports[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement)) return [];
    const { importClause, moduleSpecifier } = statement;
    if (wanted === 'values' && isTypeOnly(importClause)) return [];
    const bindings = importClause?.namedBindings;
    const isWanted = ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === module;
    return isWanted && bindings && ts.isNamedImports(bindings) ? [bindings] : [];
  });
}

/** Whether it is an `import type`. TypeScript deprecates the flag of old compilers, which lack the new one. */
export function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  return /^type\s/.test(clause?.getText() ?? '');
}

/**
 * What a symbol is called in a file: the name it is imported under, its own, or one with `kit` in
 * front where the app has something of that name already.
 */
export function localName(source: ts.SourceFile, symbol: string, module: string): string {
  const known = importedNames(source, module).get(symbol);
  if (known) return known;
  if (!declaresName(source, symbol)) return symbol;
  return /^[A-Z]/.test(symbol)
    ? `Kit${symbol}`
    : `kit${symbol.charAt(0).toUpperCase()}${symbol.slice(1)}`;
}

function declaresName(source: ts.SourceFile, name: string): boolean {
  let found = false;
  const visit = (node: ts.Node): void => {
    const declared =
      ts.isImportSpecifier(node) ||
      ts.isImportClause(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isEnumDeclaration(node);
    if (declared && node.name?.getText(source) === name) found = true;
    if (!found) ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
