import ts from 'typescript';
import { codeStyle, LINE_WIDTH, stringLiteral } from './code-style';
import type { ImportEdit, TextEdit } from './edits';
import { importedNames, localName, namedImports } from './import-names';

/** The text edits that bring a file's imports to what is wanted; none where they are so already. */
export function importEdits(source: ts.SourceFile, edits: readonly ImportEdit[]): TextEdit[] {
  const modules = [...new Set(edits.map(({ module }) => module))].sort();
  return modules.flatMap((module) => {
    const symbols = (kind: ImportEdit['kind']) =>
      new Set(edits.filter((e) => e.kind === kind && e.module === module).map((e) => e.symbol));
    const known = importedNames(source, module);
    const wanted = symbols('import');
    const added = [...wanted].filter((symbol) => !known.has(symbol)).sort(ignoringCase);
    const all = importedNames(source, module, 'types too');
    const dropped = [...symbols('drop-import')].filter((s) => all.has(s) && !wanted.has(s));
    if (added.length + dropped.length === 0) return [];
    const specifiers = added.map((symbol) => {
      const name = localName(source, symbol, module);
      return name === symbol ? symbol : `${symbol} as ${name}`;
    });
    const [first] = namedImports(source, module);
    return [
      ...namedImports(source, module, 'types too').flatMap((list) =>
        rewrite(source, list, list === first ? specifiers : [], dropped),
      ),
      ...(first || added.length === 0 ? [] : [declare(source, module, specifiers)]),
    ];
  });
}

function ignoringCase(a: string, b: string): number {
  return a.localeCompare(b, 'en', { sensitivity: 'base' });
}

function rewrite(
  source: ts.SourceFile,
  list: ts.NamedImports,
  added: readonly string[],
  dropped: readonly string[],
): TextEdit[] {
  const kept = list.elements.filter(
    ({ name, propertyName }) => !dropped.includes((propertyName ?? name).text),
  );
  if (kept.length === list.elements.length && added.length === 0) return [];
  const specifiers = [...kept.map((specifier) => specifier.getFullText(source).trim()), ...added];
  const declaration = list.parent.parent as ts.ImportDeclaration;
  if (specifiers.length === 0 && !list.parent.name) return [removal(source, declaration)];
  const start = list.getStart(source);
  const width = declaration.getEnd() - declaration.getStart(source) - list.getWidth(source);
  return [edit(source, start, list.getEnd(), braced(source, specifiers, width))];
}

function declare(source: ts.SourceFile, module: string, specifiers: readonly string[]): TextEdit {
  const style = codeStyle(source);
  const from = ` from ${stringLiteral(module, style)}${style.semicolon}`;
  const code = `import ${braced(source, specifiers, 'import '.length + from.length)}${from}`;
  const last = source.statements.findLast(ts.isImportDeclaration);
  if (last) return edit(source, last.getEnd(), last.getEnd(), style.newline + code);
  const start = source.statements[0]?.getStart(source) ?? source.text.length;
  return edit(source, start, start, code + style.newline.repeat(2));
}

/** Takes the line break before it along, because new imports go behind the last one. */
function removal(source: ts.SourceFile, declaration: ts.ImportDeclaration): TextEdit {
  const start = declaration.getStart(source);
  const end = declaration.getEnd();
  const before = /\r?\n[ \t]*$/.exec(source.text.slice(0, start))?.[0] ?? '';
  if (before || declaration === source.statements.findLast(ts.isImportDeclaration)) {
    return edit(source, start - before.length, end, '');
  }
  const after = /^[ \t]*\r?\n/.exec(source.text.slice(end))?.[0] ?? '';
  return edit(source, start, end + after.length, '');
}

function braced(source: ts.SourceFile, specifiers: readonly string[], rest: number): string {
  const { newline, indent } = codeStyle(source);
  const line = `{ ${specifiers.join(', ')} }`;
  if (line.length + rest <= LINE_WIDTH && !/\/\/|\n/.test(line)) return line;
  return `{${newline}${specifiers.map((specifier) => `${indent}${specifier},${newline}`).join('')}}`;
}

function edit(source: ts.SourceFile, start: number, end: number, text: string): TextEdit {
  return { kind: 'text', path: source.fileName, start, end, text };
}
