import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const DIST = join(import.meta.dirname, '../dist');
const LIBRARY = join(DIST, 'ngx-auth-kit/fesm2022');

const DEV_TEXTS = [
  'no token was sent',
  'the session has ended:',
  'a guard redirected',
  'the interceptor is not installed',
];

test('the production build holds no text for developers', () => {
  const files = globSync('demo/browser/*.js', { cwd: DIST });
  const code = files.map((file) => readFileSync(join(DIST, file), 'utf8')).join('\n');
  // Something of the library is there, so the right files were read.
  expect(code).toContain('session_expired');
  expect(DEV_TEXTS.filter((text) => code.includes(text))).toEqual([]);
});

test('the library still has those texts', () => {
  const code = readFileSync(join(LIBRARY, 'ngx-auth-kit-core.mjs'), 'utf8');
  expect(DEV_TEXTS.filter((text) => !code.includes(text))).toEqual([]);
});

test('the library can be imported in Node, where there is no window', () => {
  const script = `
    import '@angular/compiler';
    const { provideAuth } = await import(${JSON.stringify(`file://${LIBRARY}/ngx-auth-kit.mjs`)});
    console.log(typeof provideAuth, typeof window, typeof document, typeof localStorage);
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(DIST, '..'),
    encoding: 'utf8',
  });
  expect(output.trim()).toBe('function undefined undefined undefined');
});
