import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const SOURCES = join(import.meta.dirname, 'browser');

/** Style sheets and scripts; classic scripts, because browsers load no modules from a folder. */
export function buildAssets(site: string): void {
  const assets = join(site, 'assets');
  buildSync({
    entryPoints: ['site.css', 'api.css', 'theme.ts', 'search.ts'].map((file) =>
      join(SOURCES, file),
    ),
    bundle: true,
    format: 'iife',
    minify: true,
    outdir: assets,
  });
  copyFileSync(join(SOURCES, 'icon.svg'), join(assets, 'icon.svg'));
}
