import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { Hono } from 'hono';

const APP = join(import.meta.dirname, 'app');
const LIBRARY = join(import.meta.dirname, '../dist/ngx-auth-kit/fesm2022');
/** Where the app is on the demo's origin. */
export const APP_PATH = '/app';

const DOCUMENT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Test app</title>
    <link rel="icon" href="data:," />
    <base href="${APP_PATH}/" />
  </head>
  <body>
    <test-root></test-root>
    <script type="module" src="compiler.js"></script>
    <script type="module" src="main.js"></script>
  </body>
</html>`;

/** An app for what the demo cannot be configured to do; the first visit builds it, in a second. */
export function testApp(): Hono {
  let scripts: Promise<ReadonlyMap<string, string>> | null = null;
  const app = new Hono();
  app.get('/:script{.+\\.js}', async (c) => {
    const script = (await (scripts ??= bundle())).get(c.req.param('script'));
    if (script === undefined) return c.notFound();
    return c.body(script, 200, {
      'content-type': 'text/javascript',
      'cache-control': 'max-age=3600',
    });
  });
  app.get('*', (c) => c.html(DOCUMENT));
  return app;
}

/** The built library, compiled in the page: no build of Angular's own is as quick. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [join(APP, 'compiler.ts'), join(APP, 'main.ts')],
    bundle: true,
    splitting: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    define: { ngDevMode: 'false' },
    minifySyntax: true,
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    loader: { '.css': 'text' },
    plugins: [
      {
        name: 'built library',
        setup: ({ onResolve }) => {
          onResolve({ filter: /^ngx-auth-kit(\/|$)/ }, ({ path }) => ({
            // The entry point of all would bring the components along.
            path: join(
              LIBRARY,
              `${path.replace(/^ngx-auth-kit$/, '$&/core').replace('/', '-')}.mjs`,
            ),
          }));
        },
      },
    ],
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
