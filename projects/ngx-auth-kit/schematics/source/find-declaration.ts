import ts from 'typescript';
import { CannotEdit } from './cannot-edit';
import type { Sources } from './sources';

/** What a name stands for at the top of a file, followed through the imports of the app's own files. */
export type Declaration =
  | ts.VariableDeclaration
  | ts.ClassDeclaration
  | ts.FunctionDeclaration
  | ts.EnumDeclaration
  | ts.ExportAssignment;

/** @throws CannotEdit where the name comes from a package or from nowhere. */
export function findDeclaration(sources: Sources, name: ts.Identifier): Declaration {
  const source = name.getSourceFile();
  const found = lookUp(sources, source.fileName, name.text, new Set());
  if (found) return found;
  throw new CannotEdit(source.fileName, `cannot find where \`${name.text}\` is declared`, name);
}

function lookUp(
  sources: Sources,
  path: string,
  name: string,
  visited: Set<string>,
): Declaration | null {
  const source = sources.find(path);
  if (!source || visited.has(`${path} ${name}`)) return null;
  visited.add(`${path} ${name}`);
  for (const statement of source.statements) {
    const declared = declaredBy(statement, name);
    if (declared) return declared;
    const target = leadsTo(statement, name);
    const next = target && (target.module === null ? path : sources.resolve(path, target.module));
    const found = next && lookUp(sources, next, target.name, visited);
    if (found) return found;
  }
  return null;
}

function declaredBy(statement: ts.Statement, name: string): Declaration | null {
  if (ts.isVariableStatement(statement)) {
    return (
      statement.declarationList.declarations.find(
        (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
      ) ?? null
    );
  }
  if (ts.isExportAssignment(statement)) {
    const isValue = name === 'default' && !ts.isIdentifier(statement.expression);
    return isValue ? statement : null;
  }
  const isNamed =
    ts.isClassDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  if (!isNamed) return null;
  const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return statement.name?.text === name || (name === 'default' && isDefault) ? statement : null;
}

/** The module that the name is taken from, null for the file itself, and its name there. */
interface NameLink {
  readonly module: string | null;
  readonly name: string;
}

function leadsTo(statement: ts.Statement, name: string): NameLink | null {
  if (ts.isExportAssignment(statement)) {
    const { expression } = statement;
    const isLink = name === 'default' && ts.isIdentifier(expression);
    return isLink ? { module: null, name: expression.text } : null;
  }
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return null;
  const specifier = statement.moduleSpecifier;
  const module = specifier && ts.isStringLiteral(specifier) ? specifier.text : null;
  if (ts.isExportDeclaration(statement) && !statement.exportClause) return { module, name };
  const clause = ts.isImportDeclaration(statement) ? statement.importClause : undefined;
  if (clause?.name?.text === name) return { module, name: 'default' };
  const bindings = ts.isExportDeclaration(statement)
    ? statement.exportClause
    : clause?.namedBindings;
  if (!bindings || ts.isNamespaceImport(bindings) || ts.isNamespaceExport(bindings)) return null;
  for (const specifier of bindings.elements) {
    if (specifier.name.text === name) {
      return { module, name: (specifier.propertyName ?? specifier.name).text };
    }
  }
  return null;
}
