import ts from 'typescript';

/** Where the names come from that snippets use without saying so. The first that has one wins. */
const MODULES = [
  'ngx-auth-kit',
  'ngx-auth-kit/testing',
  '@angular/core',
  '@angular/core/rxjs-interop',
  '@angular/core/testing',
  '@angular/common/http',
  '@angular/common/http/testing',
  '@angular/router',
  '@angular/router/testing',
  '@angular/cdk/testing/testbed',
  '@angular/platform-browser',
  'rxjs',
];

/** A file to compile along with the snippets, from which {@link knownNames} reads. */
export const KNOWN_MODULES = MODULES.map((module) => `export {} from '${module}';\n`).join('');

/** The module of every name that snippets may use without an import. */
export function knownNames(program: ts.Program, file: string): ReadonlyMap<string, string> {
  const checker = program.getTypeChecker();
  const names = new Map<string, string>();
  for (const statement of program.getSourceFile(file)?.statements ?? []) {
    if (!ts.isExportDeclaration(statement) || !statement.moduleSpecifier) continue;
    const module = (statement.moduleSpecifier as ts.StringLiteral).text;
    const symbol = checker.getSymbolAtLocation(statement.moduleSpecifier);
    for (const { name } of symbol ? checker.getExportsOfModule(symbol) : []) {
      if (!names.has(name)) names.set(name, module);
    }
  }
  return names;
}
