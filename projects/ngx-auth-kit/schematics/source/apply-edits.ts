import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import type { Edit, ImportEdit, RemoveEdit, TextEdit } from './edits';
import { descendants } from './find-calls';
import { importEdits } from './import-edits';
import { importedNames } from './import-names';
import { removeFromList } from './remove-from-list';
import type { Sources } from './sources';

/** Writes everything planned. Fails before the first write where two edits contradict each other. */
export function applyEdits(tree: Tree, sources: Sources, edits: readonly Edit[]): void {
  const deleted = new Set(edits.filter(({ kind }) => kind === 'delete').map(({ path }) => path));
  const paths = [...new Set(edits.map(({ path }) => path))].filter((path) => !deleted.has(path));
  const files = paths.map((path) => {
    const source = sources.find(path);
    if (!source) throw new Error(`${path} has gone.`);
    const mine = edits.filter((edit) => edit.path === path);
    const texts = [...mine.filter(isTextEdit), ...removals(mine.filter(isRemoveEdit))];
    const wanted = mine.filter(isImportEdit).filter((edit) => !staysUsed(source, edit, texts));
    return { path, text: edited(source.text, [...texts, ...importEdits(source, wanted)]) };
  });
  for (const { path, text } of files) tree.overwrite(path, text);
  for (const path of deleted) tree.delete(path);
}

/** Of each list at once, because neighbours share a comma. */
function removals(edits: readonly RemoveEdit[]): TextEdit[] {
  const lists = [...new Set(edits.map(({ list }) => list))];
  return lists.flatMap((list) => {
    const removed = edits.filter((edit) => edit.list === list).map(({ element }) => element);
    return removeFromList(list, removed);
  });
}

/** Whether an import is to be dropped that code outside the edits, or what they write, still uses. */
function staysUsed(
  source: ts.SourceFile,
  { kind, symbol, module }: ImportEdit,
  edits: readonly TextEdit[],
): boolean {
  const name = kind === 'drop-import' && importedNames(source, module, 'types too').get(symbol);
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

function isRemoveEdit(edit: Edit): edit is RemoveEdit {
  return edit.kind === 'remove';
}

function isImportEdit(edit: Edit): edit is ImportEdit {
  return edit.kind === 'import' || edit.kind === 'drop-import';
}
