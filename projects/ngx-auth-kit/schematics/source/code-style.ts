import ts from 'typescript';

/** How a file is written, so that what is added looks like the rest. */
export interface CodeStyle {
  readonly newline: '\n' | '\r\n';
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
  readonly semicolon: '' | ';';
}

/** Longest line that additions make; the width that `ng new` gives Prettier. */
export const LINE_WIDTH = 100;

/** Reads the style off the file's first import and first indented line. */
export function codeStyle(source: ts.SourceFile): CodeStyle {
  const text = source.text;
  const firstImport = source.statements.find(ts.isImportDeclaration);
  const quote = firstImport?.moduleSpecifier.getText(source)[0] === '"' ? '"' : "'";
  const semicolon = firstImport && !firstImport.getText(source).endsWith(';') ? '' : ';';
  const indent = /^(\t+| {2,8})(?=[^\s*])/m.exec(text)?.[1] ?? '  ';
  return {
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    indent: indent.startsWith('\t') ? '\t' : indent,
    quote,
    semicolon,
  };
}

/** A string literal in the file's quotes. */
export function stringLiteral(value: string, { quote }: Pick<CodeStyle, 'quote'>): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + escaped + quote;
}

/** The white space that the line of a position begins with. */
export function indentationAt(source: ts.SourceFile, position: number): string {
  const start = source.text.lastIndexOf('\n', position - 1) + 1;
  return /^[ \t]*/.exec(source.text.slice(start, position))?.[0] ?? '';
}

/** Code written with `\n` and two spaces a level, as it belongs at that indentation. */
export function fitCode(code: string, indentation: string, style: CodeStyle): string {
  return code
    .split('\n')
    .map((line, index) => {
      const [spaces = ''] = /^ */.exec(line) ?? [];
      const indented = style.indent.repeat(spaces.length / 2) + line.slice(spaces.length);
      return index === 0 ? indented : indentation + indented;
    })
    .join(style.newline);
}
