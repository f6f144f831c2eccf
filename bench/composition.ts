import { gzipSync } from 'node:zlib';
import { buildApp } from './size/build-app.ts';
import { textBySource } from './size/text-by-source.ts';

/**
 * Which source files weigh how much in a set-up: `node bench/composition.ts [set-up]`, after
 * `npm run build:library`. Set-ups are the names in `bench/apps`, `core` by default.
 */
const setUp = process.argv[2] ?? 'core';
const texts = textBySource(buildApp(`apps/${setUp}.ts`, { sourceMap: true }));
const baseline = textBySource(buildApp('apps/baseline.ts', { sourceMap: true }));
const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

const ours = [...texts].filter(([source]) => source.startsWith('./'));
const whole = ours.map(([, text]) => text).join('');
console.log(`The library in the set-up "${setUp}", linked and minified, by source file.`);
console.log('"saved" is what gzip would save if this file alone were gone.\n');
print(
  'minified  gzip saved  source',
  ours.map(([source, text]) => ({ source, first: text.length, second: saved(source) })),
);
console.log(`${cell(whole.length, 8)}  ${cell(gzip(whole), 10)}  all together\n`);

console.log('What else is in it and not in the baseline, or more of it (Angular, RxJS …).\n');
print(
  'more  of (minified)  source',
  [...texts]
    .filter(([source]) => !source.startsWith('./'))
    .map(([source, text]) => ({
      source,
      first: text.length - (baseline.get(source)?.length ?? 0),
      second: text.length,
    }))
    .filter(({ first }) => first > 20),
);

interface Row {
  readonly source: string;
  readonly first: number;
  readonly second: number;
}

function print(heading: string, rows: readonly Row[]): void {
  const [first = '', second = ''] = heading.split('  ');
  console.log(heading);
  for (const row of [...rows].sort((left, right) => right.first - left.first)) {
    console.log(
      `${cell(row.first, first.length)}  ${cell(row.second, second.length)}  ${row.source}`,
    );
  }
}

function saved(source: string): number {
  const rest = ours.map(([name, text]) => (name === source ? '' : text)).join('');
  return gzip(whole) - gzip(rest);
}

function cell(value: number, width: number): string {
  return String(value).padStart(width);
}
