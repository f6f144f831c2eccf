import type ts from 'typescript';

/** Replaces a stretch of a file; an insertion where `start` is `end`. */
export interface TextEdit {
  readonly kind: 'text';
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Adds a symbol to the file's imports, or takes it away. */
export interface ImportEdit {
  readonly kind: 'import' | 'drop-import';
  readonly path: string;
  readonly symbol: string;
  readonly module: string;
}

/** Takes an element out of a list, with a comma. */
export interface RemoveEdit {
  readonly kind: 'remove';
  readonly path: string;
  readonly list: ts.NodeArray<ts.Node>;
  readonly element: ts.Node;
}

/** Deletes a file; other edits of it are void. */
export interface DeleteEdit {
  readonly kind: 'delete';
  readonly path: string;
}

/** What is to change in a file. Planned in full before anything is written. */
export type Edit = TextEdit | ImportEdit | RemoveEdit | DeleteEdit;
