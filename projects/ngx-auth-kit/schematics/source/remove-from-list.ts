import ts from 'typescript';
import type { TextEdit } from './edits';

/** Takes an element out of a list, with the comma that parted it from the others. */
export function removeFromList(elements: ts.NodeArray<ts.Node>, element: ts.Node): TextEdit {
  const source = element.getSourceFile();
  const index = elements.indexOf(element);
  const previous = elements[index - 1];
  const next = elements[index + 1];
  const edit = (start: number, end: number): TextEdit => ({
    kind: 'text',
    path: source.fileName,
    start,
    end,
    text: '',
  });
  if (previous) return edit(previous.getEnd(), element.getEnd());
  return next
    ? edit(element.getStart(source), next.getStart(source))
    : edit(elements.pos, elements.end);
}
