import ts from 'typescript';
import { type CodeStyle, codeStyle, fitCode, indentationAt, LINE_WIDTH } from './code-style';
import type { TextEdit } from './edits';

/** The elements, arguments or properties between two brackets. */
export interface BracketList {
  readonly source: ts.SourceFile;
  readonly elements: ts.NodeArray<ts.Node>;
  /** Where the closing bracket stands. */
  readonly close: number;
  /** Whether it may be spread over lines; what hugs the brackets of a call stays so. */
  readonly maySpread: boolean;
}

/** The list that an array, object or call consists of. */
export function bracketList(
  node: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression | ts.CallExpression,
): BracketList {
  const elements = ts.isArrayLiteralExpression(node)
    ? node.elements
    : ts.isCallExpression(node)
      ? node.arguments
      : node.properties;
  const hugs = ts.isArrayLiteralExpression(node) && ts.isCallExpression(node.parent);
  const maySpread = !ts.isCallExpression(node) && !hugs;
  return { source: node.getSourceFile(), elements, close: node.getEnd() - 1, maySpread };
}

/** Adds items, in two-space code, before the element of that index; at the end by default. */
export function insertIntoList(
  list: BracketList,
  items: readonly string[],
  index = list.elements.length,
): TextEdit[] {
  if (items.length === 0) return [];
  if (list.elements.length === 0) return [insertFirst(list, items)];
  const { source, elements } = list;
  const opensLine = source.text.slice(elements.pos, elements[0]?.getStart(source)).includes('\n');
  if (opensLine) return insertLines(list, items, index);
  return isTooWide(list, items)
    ? spreadOverLines(list, items, index)
    : insertInline(list, items, index);
}

function insertFirst({ source, elements, close }: BracketList, items: readonly string[]): TextEdit {
  const style = codeStyle(source);
  const outer = indentationAt(source, elements.pos);
  const lines = lineItems(items, outer + style.indent, style);
  const inside = source.text.slice(elements.pos, close);
  const single = items[0] ?? '';
  // The argument of a call stays on its line, and so does what is short.
  if (items.length === 1 && inside === '' && !isTooWideAt(source, elements.pos, single)) {
    const isObject = source.text[elements.pos - 1] === '{';
    return insertion(source, elements.pos, isObject ? ` ${single} ` : single);
  }
  const rest = inside.trim() === '' ? style.newline + outer : '';
  return {
    ...insertion(source, elements.pos, lines + rest),
    end: inside.trim() === '' ? close : elements.pos,
  };
}

function insertLines(
  { source, elements }: BracketList,
  items: readonly string[],
  index: number,
): TextEdit[] {
  const style = codeStyle(source);
  const previous = elements[index - 1];
  const indentation = indentationAt(source, (elements[0] as ts.Node).getStart(source));
  if (!previous) return [insertion(source, elements.pos, lineItems(items, indentation, style))];
  const isLast = index === elements.length;
  const comma = isLast
    ? elements.hasTrailingComma
      ? elements.end
      : null
    : source.text.indexOf(',', previous.getEnd()) + 1;
  const end = endOfComments(source, comma ?? previous.getEnd());
  const lines = lineItems(items, indentation, style);
  if (comma !== null) return [insertion(source, end, lines)];
  const unfinished = lines.slice(0, -1);
  return end === previous.getEnd()
    ? [insertion(source, end, `,${unfinished}`)]
    : [insertion(source, previous.getEnd(), ','), insertion(source, end, unfinished)];
}

function insertInline(
  { source, elements }: BracketList,
  items: readonly string[],
  index: number,
): TextEdit[] {
  const outer = indentationAt(source, elements.pos);
  const code = items.map((item) => fitCode(item, outer, codeStyle(source))).join(', ');
  const next = elements[index];
  if (next) return [insertion(source, next.getStart(source), `${code}, `)];
  return [insertion(source, (elements.at(-1) as ts.Node).getEnd(), `, ${code}`)];
}

/** Gives every element its own line, without touching the elements. */
function spreadOverLines(
  { source, elements, close }: BracketList,
  items: readonly string[],
  index: number,
): TextEdit[] {
  const style = codeStyle(source);
  const outer = indentationAt(source, elements.pos);
  const lineStart = style.newline + outer + style.indent;
  const added = items.map((item) => fitCode(item, outer + style.indent, style));
  const between = (at: number): string =>
    lineStart + (at === index ? added.map((item) => `${item},${lineStart}`).join('') : '');
  const edits = elements.map((element, at): TextEdit => {
    const start = at === 0 ? elements.pos : (elements[at - 1] as ts.Node).getEnd();
    const text = (at === 0 ? '' : ',') + between(at);
    return { ...insertion(source, start, text), end: element.getStart(source) };
  });
  const tail =
    index === elements.length ? added.map((item) => `${lineStart}${item},`).join('') : '';
  const lastEnd = (elements.at(-1) as ts.Node).getEnd();
  return [
    ...edits,
    { ...insertion(source, lastEnd, `,${tail}${style.newline}${outer}`), end: close },
  ];
}

/** Each item on a line of its own, the line break first, a comma behind. */
function lineItems(items: readonly string[], indentation: string, style: CodeStyle): string {
  return items
    .map((item) => `${style.newline}${indentation}${fitCode(item, indentation, style)},`)
    .join('');
}

function endOfComments(source: ts.SourceFile, position: number): number {
  return ts.getTrailingCommentRanges(source.text, position)?.at(-1)?.end ?? position;
}

function isTooWide(
  { source, elements, maySpread }: BracketList,
  items: readonly string[],
): boolean {
  // Elements that span lines hug their brackets; comments would be lost between lines.
  const isFixed = /\n|\/\*/.test(source.text.slice(elements.pos, elements.at(-1)?.getEnd()));
  return maySpread && !isFixed && isTooWideAt(source, elements.pos, items.join(', '));
}

function isTooWideAt(source: ts.SourceFile, position: number, added: string): boolean {
  const { line } = source.getLineAndCharacterOfPosition(position);
  const [start, end] = [line, line + 1].map((n) => source.getLineStarts()[n] ?? source.text.length);
  const width = source.text.slice(start, end).trimEnd().length;
  return added.includes('\n') || width + added.length + 2 > LINE_WIDTH;
}

function insertion(source: ts.SourceFile, position: number, text: string): TextEdit {
  return { kind: 'text', path: source.fileName, start: position, end: position, text };
}
