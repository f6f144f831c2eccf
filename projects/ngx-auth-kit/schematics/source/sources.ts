import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';
import { CannotEdit } from './cannot-edit';

/** The app's TypeScript files, parsed once. Paths start with `/`, the workspace. */
export class Sources {
  private readonly parsed = new Map<string, ts.SourceFile>();

  constructor(private readonly tree: Tree) {}

  /** The parsed file, or null where there is none. */
  find(path: string): ts.SourceFile | null {
    const known = this.parsed.get(path);
    if (known) return known;
    const text = this.tree.read(path)?.toString('utf8');
    if (text === undefined) return null;
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    this.parsed.set(path, source);
    return source;
  }

  /** What a search finds; null where it ends at a place that is not as expected. */
  attempt<T>(search: () => T): T | null {
    try {
      return search();
    } catch (error) {
      if (error instanceof CannotEdit) return null;
      throw error;
    }
  }

  /** The file that a relative import leads to, or null: not relative, or not there. */
  resolve(from: string, module: string): string | null {
    if (!module.startsWith('.')) return null;
    const base = posix.join(posix.dirname(from), module);
    const candidates = [`${base}.ts`, `${base}/index.ts`, base.replace(/\.js$/, '.ts'), base];
    return candidates.find((path) => path.endsWith('.ts') && this.tree.exists(path)) ?? null;
  }
}
