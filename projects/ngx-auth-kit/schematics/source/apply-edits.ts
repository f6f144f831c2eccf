import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Edit, ImportEdit, TextEdit } from './edits';
import { descendants } from './find-calls';
import { importEdits } from './import-edits';
import { importedNames } from './import-names';
import type { Sources } from './sources';

/** Writes everything planned. Fails before the first write where two edits contradict each other. */
export function applyEdits(tree: Tree, sources: Sources, edits: readonly Edit[]): void {
  const files = [...new Set(edits.map(({ path }) => path))].map((path) => {
    const source = sources.find(path);
    if (!source) throw new Error(`${path} has gone.`);
    const mine = edits.filter((edit) => edit.path === path);
    const texts = mine.filter(isTextEdit);
    const wanted = mine.filter(isImportEdit).filter((edit) => !staysUsed(source, edit, texts));
    return { path, text: edited(source.text, [...texts, ...importEdits(source, wanted)]) };
  });
  for (const { path, text } of files) tree.overwrite(path, text);
}

/** Whether an import is to be dropped that code outside the edits, or what they write, still uses. */
function staysUsed(
  source: ts.SourceFile,
  { kind, symbol, module }: ImportEdit,
  edits: readonly TextEdit[],
): boolean {
  const name = kind === 'drop-import' && importedNames(source, module).get(symbol);
  if (!name) return false;
  const isKept = (node: ts.Node) =>
    !ts.findAncestor(node, ts.isImportDeclaration) &&
    !edits.some(({ start, end }) => start <= node.getStart() && node.getEnd() <= end);
  const uses = descendants(source, ts.isIdentifier).filter(({ text }) => text === name);
  return uses.some(isKept) || edits.some(({ text }) => text.split(/[^\w$]+/).includes(name));
}

function edited(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, text: replacement, path } of edits.toSorted(byPosition)) {
    if (start < position) throw new Error(`Two edits of ${path} overlap at ${start}.`);
    parts.push(text.slice(position, start), replacement);
    position = end;
  }
  return parts.join('') + text.slice(position);
}

function byPosition(a: TextEdit, b: TextEdit): number {
  return a.start - b.start || a.end - b.end;
}

function isTextEdit(edit: Edit): edit is TextEdit {
  return edit.kind === 'text';
}

function isImportEdit(edit: Edit): edit is ImportEdit {
  return edit.kind !== 'text';
}
