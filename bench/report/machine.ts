import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What the figures were measured on, and when. */
export function describeMachine(chromium: string): string {
  const { version: angular } = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/@angular/core/package.json'), 'utf8'),
  ) as { readonly version: string };
  const [load = 0] = loadavg();
  return [
    `${new Date().toISOString().slice(0, 10)}`,
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() || arch()})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    `Chromium ${chromium}`,
    `Angular ${angular}`,
    `load average ${load.toFixed(1)} at the start`,
  ].join(', ');
}
