import ts from 'typescript';
import type { TextEdit } from './edits';

/** Takes elements out of a list, with the commas that parted them from the others. */
export function removeFromList(
  elements: ts.NodeArray<ts.Node>,
  removed: readonly ts.Node[],
): TextEdit[] {
  const kept = elements.filter((element) => !removed.includes(element));
  const [firstKept] = kept;
  if (!firstKept) return [removal(removed, elements.pos, elements.end)];
  return elements.flatMap((element, index) => {
    if (!removed.includes(element)) return [];
    const isBehindKept = index > elements.indexOf(firstKept);
    const [previous, next] = [elements[index - 1], elements[index + 1]];
    return isBehindKept
      ? [removal(removed, previous!.getEnd(), element.getEnd())]
      : [removal(removed, element.getStart(), next!.getStart())];
  });
}

function removal([first]: readonly ts.Node[], start: number, end: number): TextEdit {
  return { kind: 'text', path: first!.getSourceFile().fileName, start, end, text: '' };
}
