import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** What the library adds to a production app, in bytes of gzip, may not grow beyond this. */
const BUDGETS: Readonly<Record<string, number>> = {};
const SET_UPS = ['baseline', 'core', 'refresh', 'components'];

interface Size {
  readonly gzip: number;
  readonly brotli: number;
  readonly hasRefresh: boolean;
}

const sizes = new Map(SET_UPS.map((name) => [name, measure(name)]));
const baseline = sizes.get('baseline')!;
let failed = false;
console.log('| set-up | min+gzip | brotli | refresh code |');
console.log('| --- | --- | --- | --- |');
for (const [name, { gzip, brotli, hasRefresh }] of sizes) {
  if (name === 'baseline') continue;
  const added = gzip - baseline.gzip;
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `| ${name} | ${kilobytes(added)} | ${kilobytes(brotli - baseline.brotli)} | ${hasRefresh ? 'yes' : 'no'} |`,
  );
  if (added > (BUDGETS[name] ?? Infinity)) failed = true;
  if (hasRefresh !== (name === 'refresh')) failed = true;
}
if (failed) {
  console.error('Over budget, or refresh code where it does not belong.');
  process.exit(1);
}

function measure(name: string): Size {
  const output = `dist/bench/${name}`;
  const { status, stdout, stderr } = spawnSync(
    'ng',
    ['build', 'bench', '--browser', `bench/apps/${name}.ts`, '--output-path', output],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${name} does not build:\n${stdout}${stderr}`);
  const folder = join(output, 'browser');
  const scripts = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const texts = scripts.map((file) => readFileSync(join(folder, file)));
  const sum = (compress: (text: Buffer) => Buffer) =>
    texts.reduce((total, text) => total + compress(text).length, 0);
  return {
    gzip: sum((text) => gzipSync(text, { level: 9 })),
    brotli: sum((text) => brotliCompressSync(text)),
    hasRefresh: texts.some((text) => text.includes('withTokenRefresh')),
  };
}
