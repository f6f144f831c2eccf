import ts from 'typescript';
import { CannotEdit } from './cannot-edit';
import type { Sources } from './sources';

/** What a name stands for at the top of a file, followed through relative imports. */
export type Declaration = ts.VariableDeclaration | ts.ClassDeclaration | ts.FunctionDeclaration;

/** @throws CannotEdit where the name comes from a package, through a path alias or from nowhere. */
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
    const next = target && sources.resolve(path, target.module);
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
  const isNamed = ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement);
  if (!isNamed) return null;
  const isDefault = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  return statement.name?.text === name || (name === 'default' && isDefault) ? statement : null;
}

/** The module that an import or a re-export takes the name from, and its name there. */
function leadsTo(statement: ts.Statement, name: string): { module: string; name: string } | null {
  const isLink = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
  if (!isLink || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) {
    return null;
  }
  const module = statement.moduleSpecifier.text;
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
