import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Bytes of minified scripts, each file compressed by itself, as it is served. */
export interface ScriptSize {
  readonly gzip: number;
  readonly brotli: number;
}

/** What a production build serves. */
export interface AppSize {
  /** What the first page loads. */
  readonly initial: ScriptSize;
  /** What is loaded when it is needed. */
  readonly lazy: ScriptSize;
  /** The text of the initial scripts. */
  readonly initialText: string;
  /** The text of all scripts. */
  readonly text: string;
}

/** Measures a folder that was built by the Angular CLI. */
export function appSize(folder: string): AppSize {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, text: readFileSync(join(folder, name)) }));
  const initial = scripts.filter(({ name }) => page.includes(`"${name}"`));
  const lazy = scripts.filter((script) => !initial.includes(script));
  if (initial.length === 0) throw new Error(`${folder} loads no script.`);
  return {
    initial: sizeOf(initial.map(({ text }) => text)),
    lazy: sizeOf(lazy.map(({ text }) => text)),
    initialText: joined(initial.map(({ text }) => text)),
    text: joined(scripts.map(({ text }) => text)),
  };
}

function joined(texts: readonly Buffer[]): string {
  return texts.map((text) => text.toString()).join('\n');
}

function sizeOf(texts: readonly Buffer[]): ScriptSize {
  const sum = (compress: (text: Buffer) => Buffer) =>
    texts.reduce((total, text) => total + compress(text).length, 0);
  return {
    gzip: sum((text) => gzipSync(text, { level: 9 })),
    brotli: sum((text) => brotliCompressSync(text)),
  };
}
