import ts from 'typescript';
import { importedNames, isTypeOnly } from '../source/import-names';
import type { Sources } from '../source/sources';
import type { MigrationReport } from './migration-report';
import type { MovedService } from './moved-service';

/** Reports what else the edited files still import from the package; its service is reported by its uses. */
export function reportOtherUses(
  sources: Sources,
  paths: readonly string[],
  edited: Sources,
  { symbol: service, from }: Pick<MovedService, 'symbol' | 'from'>,
  report: MigrationReport,
): void {
  const others = paths.flatMap((path) => {
    const after = edited.find(path);
    const kept = after && importedNames(after, from, 'types too');
    return importsOf(kept ? sources.find(path) : null, from).flatMap(
      ({ importClause }): ts.Node[] => {
        const bindings = importClause?.namedBindings;
        if (!bindings || !ts.isNamedImports(bindings)) return importClause ? [importClause] : [];
        return bindings.elements.filter(({ name, propertyName }) => {
          const symbol = (propertyName ?? name).text;
          return kept?.has(symbol) && (symbol !== service || isTypeOnly(importClause));
        });
      },
    );
  });
  for (const node of others)
    report.addLeft(node, `${node.getText()} has no equivalent in ngx-auth-kit`);
}

/** Whether a file imports the package at all. */
export function usesPackage(source: ts.SourceFile | null, from: string): boolean {
  return importsOf(source, from).length > 0;
}

function importsOf(source: ts.SourceFile | null, from: string): ts.ImportDeclaration[] {
  if (!source?.text.includes(from)) return [];
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text === from);
}
