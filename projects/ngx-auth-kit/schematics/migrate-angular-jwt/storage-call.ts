import ts from 'typescript';
import { constantText } from '../source/constant-text';
import type { Sources } from '../source/sources';

/** A key of a web storage. */
export interface StorageKey {
  readonly storage: 'local' | 'session';
  readonly key: string;
}

/** The storage and key of `localStorage.method('key')`, or null for any other expression. */
export function storageCall(
  sources: Sources,
  expression: ts.Expression,
  method: string,
): StorageKey | null {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) {
    return null;
  }
  const { expression: storage, name } = expression.expression;
  const [, kind] =
    /^(?:(?:window|globalThis)\.)?(local|session)Storage$/.exec(storage.getText()) ?? [];
  const argument = expression.arguments[0];
  const key = argument ? constantText(sources, argument) : null;
  if (name.text !== method || !kind || key === null) return null;
  return { storage: kind as StorageKey['storage'], key };
}
