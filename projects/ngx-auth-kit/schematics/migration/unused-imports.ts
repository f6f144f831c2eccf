import ts from 'typescript';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';

/** Drops the import of a name with its last use. @param which Leaves default imports alone. */
export function dropImportOf(name: ts.Identifier, which?: 'named only'): Edit[] {
  const source = name.getSourceFile();
  const path = source.fileName;
  return source.statements.filter(ts.isImportDeclaration).flatMap((declaration): Edit[] => {
    const { importClause, moduleSpecifier } = declaration;
    const bindings = importClause?.namedBindings;
    if (importClause?.name?.text === name.text && !bindings && isOnlyUse(name)) {
      return which ? [] : [importRemoval(declaration)];
    }
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const specifier = bindings.elements.find((each) => each.name.text === name.text);
    if (!specifier) return [];
    const symbol = (specifier.propertyName ?? specifier.name).text;
    const module = (moduleSpecifier as ts.StringLiteral).text;
    return [{ kind: 'drop-import', path, symbol, module }];
  });
}

function isOnlyUse(name: ts.Identifier): boolean {
  return !descendants(name.getSourceFile(), ts.isIdentifier).some(
    (node) =>
      node !== name && node.text === name.text && !ts.findAncestor(node, ts.isImportDeclaration),
  );
}

/** With the line break before it, because new imports go behind the last one. */
function importRemoval(declaration: ts.ImportDeclaration): Edit {
  const source = declaration.getSourceFile();
  const from = declaration.getStart(source);
  const lineBreak = /\r?\n$/.exec(source.text.slice(0, from))?.[0] ?? '';
  const start = from - lineBreak.length;
  return { kind: 'text', path: source.fileName, start, end: declaration.getEnd(), text: '' };
}

/** Drops the named imports of a file; those that are still used stay. */
export function dropUnusedImports(source: ts.SourceFile): Edit[] {
  const path = source.fileName;
  return source.statements.filter(ts.isImportDeclaration).flatMap((declaration) => {
    const bindings = declaration.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return [];
    const module = (declaration.moduleSpecifier as ts.StringLiteral).text;
    return bindings.elements.map((each): Edit => {
      const symbol = (each.propertyName ?? each.name).text;
      return { kind: 'drop-import', path, symbol, module };
    });
  });
}
