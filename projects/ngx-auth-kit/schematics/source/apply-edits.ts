import type { Tree } from '@angular-devkit/schematics';
import type { Edit, ImportEdit, TextEdit } from './edits';
import { importEdits } from './import-edits';
import type { Sources } from './sources';

/** Writes everything planned. Fails before the first write where two edits contradict each other. */
export function applyEdits(tree: Tree, sources: Sources, edits: readonly Edit[]): void {
  const files = [...new Set(edits.map(({ path }) => path))].map((path) => {
    const source = sources.find(path);
    if (!source) throw new Error(`${path} has gone.`);
    const mine = edits.filter((edit) => edit.path === path);
    const imports = importEdits(source, mine.filter(isImportEdit));
    return { path, text: edited(source.text, [...mine.filter(isTextEdit), ...imports]) };
  });
  for (const { path, text } of files) tree.overwrite(path, text);
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
