import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';

import { serve } from './serve.ts';

const main = new URL('main.ts', import.meta.url).pathname;

function start(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args]);
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (output.stderr += String(chunk)));
  return { child, output };
}

describe('main', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`says where it is in one line and stops on ${signal}`, async () => {
      const { child, output } = start('--port', '0', '--dialect', 'flask-jwt');
      await once(child.stdout, 'data');
      const [, url] = /on (http:\/\/localhost:\d+) /.exec(output.stdout) ?? [];
      assert.equal((await fetch(`${url}/protected`)).status, 401);
      child.kill(signal);
      assert.deepEqual(await once(child, 'exit'), [0, null]);
      assert.match(output.stdout, /^Mock backend \(flask-jwt\) on .+ – sign in as ada@.+\n$/);
      assert.equal(output.stderr, '');
    });
  }

  it('explains a wrong command line in one line and exits with 2', async () => {
    const { child, output } = start('--speed', '1');
    assert.deepEqual(await once(child, 'close'), [2, null]);
    assert.equal(output.stderr, "Unknown option '--speed'\n");
  });

  it('explains a port in use in one line and exits with 1', async (t) => {
    const { port, close } = await serve();
    t.after(close);
    const { child, output } = start('--port', String(port));
    assert.deepEqual(await once(child, 'close'), [1, null]);
    assert.equal(output.stderr, `Port ${port} is already in use.\n`);
  });
});
