import ts from 'typescript';
import { importedNames, isTypeOnly } from '../source/import-names';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import type { MigrationReport } from './migration-report';

/** Reports what else the edited files still import from angular-jwt; JwtHelperService is reported by its uses. */
export function reportOtherUses(
  sources: Sources,
  paths: readonly string[],
  edited: Sources,
  report: MigrationReport,
): void {
  const others = paths.flatMap((path) => {
    const after = edited.find(path);
    const kept = after && importedNames(after, ANGULAR_JWT, 'types too');
    return importsOf(kept ? sources.find(path) : null).flatMap(({ importClause }): ts.Node[] => {
      const bindings = importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) return importClause ? [importClause] : [];
      return bindings.elements.filter(({ name, propertyName }) => {
        const symbol = (propertyName ?? name).text;
        return kept?.has(symbol) && (symbol !== 'JwtHelperService' || isTypeOnly(importClause));
      });
    });
  });
  for (const node of others) report.addLeft(node, `${node.getText()} has no like in ngx-auth-kit`);
}

/** Whether a file imports angular-jwt at all. */
export function usesAngularJwt(source: ts.SourceFile | null): boolean {
  return importsOf(source).length > 0;
}

function importsOf(source: ts.SourceFile | null): ts.ImportDeclaration[] {
  if (!source?.text.includes(ANGULAR_JWT)) return [];
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text === ANGULAR_JWT);
}
