import ts from 'typescript';

/** Makes a module of a fragment such as `providers: […]` or `{ path: … }`; modules stay as they are. */
export function wrapFragment(code: string): string {
  const candidates = /^\s*(?:\/\/.*\n\s*)*[\w$]+:/.test(code)
    ? [asProperties(code)]
    : [code, asItems(code), asProperties(code)];
  return candidates.find(parses) ?? code;
}

function asItems(code: string): string {
  return `export const items = [\n${code}];\n`;
}

function asProperties(code: string): string {
  return `export const properties = {\n${code}};\n`;
}

function parses(code: string): boolean {
  const { diagnostics } = ts.transpileModule(code, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  });
  return diagnostics?.length === 0;
}
