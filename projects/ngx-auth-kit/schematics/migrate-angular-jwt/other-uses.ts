import ts from 'typescript';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import type { MigrationReport } from './migration-report';

/** Reports what else is imported from angular-jwt; says whether there is any. */
export function reportOtherUses(
  sources: Sources,
  paths: readonly string[],
  report: MigrationReport,
): boolean {
  const others = paths.flatMap((path) => {
    const source = sources.find(path);
    const moved = path.endsWith('.spec.ts')
      ? ['JwtHelperService']
      : ['JwtHelperService', 'JwtModule'];
    return importsOf(source).flatMap(({ importClause }): ts.Node[] => {
      const bindings = importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) return importClause ? [importClause] : [];
      return bindings.elements.filter(({ name, propertyName }) => {
        const isType = /^type\s/.test(importClause.getText());
        return isType || !moved.includes((propertyName ?? name).text);
      });
    });
  });
  for (const node of others) report.addLeft(node, `${node.getText()} has no like in ngx-auth-kit`);
  return others.length > 0;
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
