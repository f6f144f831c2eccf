import type ts from 'typescript';

/** A place in the app that is not as expected, so that the user has to edit it. */
export class CannotEdit extends Error {
  /** `file:line: reason`, or `file: reason`. */
  constructor(path: string, reason: string, node?: ts.Node) {
    super(`${node ? placeOf(path, node) : path.slice(1)}: ${reason}`);
    this.name = 'CannotEdit';
  }
}

/** `file:line` as editors and terminals understand it; the path loses the slash that roots it in the workspace. */
export function placeOf(path: string, node: ts.Node): string {
  const source = node.getSourceFile();
  return `${path.slice(1)}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}
