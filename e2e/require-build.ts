import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_BUILD } from './serve-demo.ts';

/** Fails before the first test when there is nothing to serve. */
export default function requireBuild(): void {
  if (existsSync(join(DEMO_BUILD, 'index.html'))) return;
  throw new Error('There is no build of the demo to serve: run `npm run build` first.');
}
