import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';
import { CannotEdit } from './cannot-edit';
import { pathAliases } from './path-aliases';

/** The app's TypeScript files, parsed once. Paths start with `/`, the workspace. */
export class Sources {
  private readonly parsed = new Map<string, ts.SourceFile>();
  private readonly links = new Map<string, readonly string[]>();
  private aliases: ReturnType<typeof pathAliases> | null = null;

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

  /** The file of the app that an import leads to, also by a path alias; null for packages. */
  resolve(from: string, module: string): string | null {
    this.aliases ??= pathAliases(this.tree);
    const bases = module.startsWith('.')
      ? [posix.join(posix.dirname(from), module)]
      : this.aliases(module);
    const candidates = bases.flatMap((base) => [
      `${base}.ts`,
      `${base}/index.ts`,
      base.replace(/\.js$/, '.ts'),
      base,
    ]);
    return candidates.find((path) => path.endsWith('.ts') && this.tree.exists(path)) ?? null;
  }

  /** The file and those that it imports, also when wanted only, from near to far. Specs and packages are left out. */
  reachable(from: string): ts.SourceFile[] {
    const paths = [from];
    for (const path of paths) {
      paths.push(...this.importsOf(path).filter((next) => !paths.includes(next)));
    }
    return paths.flatMap((path) => this.find(path) ?? []);
  }

  /** The files that a file imports, each once. */
  private importsOf(path: string): readonly string[] {
    const known = this.links.get(path);
    if (known) return known;
    const text = this.find(path)?.text ?? '';
    const modules = ts.preProcessFile(text, true, true).importedFiles;
    const files = modules.flatMap(({ fileName }) => this.resolve(path, fileName) ?? []);
    const found = [...new Set(files)].filter((file) => !file.endsWith('.d.ts'));
    this.links.set(path, found);
    return found;
  }
}
