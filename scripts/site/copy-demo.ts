import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/**
 * The demo's static build, which also starts from a folder: browsers load no modules from there, so
 * there it is one classic script. Without `<base>` its links stay in the document that was opened.
 */
export function copyDemo(from: string, site: string): void {
  const demo = join(site, 'demo');
  cpSync(from, demo, { recursive: true });
  const [main = ''] = globSync('main-*.js', { cwd: demo });
  buildSync({
    entryPoints: [join(demo, main)],
    bundle: true,
    format: 'iife',
    minify: true,
    outfile: join(demo, 'from-folder.js'),
  });
  const index = join(demo, 'index.html');
  const html = readFileSync(index, 'utf8')
    .replace(/<base [^>]*>/, '')
    .replaceAll(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<script src="main-[^>]*><\/script>/, starter(main))
    .replace('</head>', `<style>${BAR}</style></head>`)
    .replace('<noscript>', `${NAVIGATION}<noscript>`);
  writeFileSync(index, html);
}

function starter(main: string): string {
  return `<script>
const script = document.createElement('script');
if (location.protocol !== 'file:') script.type = 'module';
script.src = script.type === 'module' ? '${main}' : 'from-folder.js';
document.body.append(script);
</script>`;
}

const NAVIGATION = `<nav class="site-bar" aria-label="Site"><a href="../index.html">ngx-auth-kit</a>
<a href="../guides/index.html">Guides</a> <a href="../api/index.html">API reference</a></nav>`;

const BAR = `.site-bar { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem;
max-inline-size: 72rem; margin-inline: auto; padding: 0.5rem clamp(1rem, 4vw, 2rem); font-size: 0.875rem; }`;
