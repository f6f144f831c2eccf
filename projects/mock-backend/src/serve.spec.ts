import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { serve } from './serve.ts';

const headers = { 'content-type': 'application/json' };
const body = JSON.stringify({ email: 'new@example.com', password: 'secret' });

describe('serve', () => {
  it('is reached as localhost, whichever address that is', async (t) => {
    const { url, port, close } = await serve();
    t.after(close);
    assert.equal(url, `http://localhost:${port}`);
    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      assert.equal((await fetch(`http://${host}:${port}/auth/status`)).status, 401, host);
    }
  });

  it('names the port that is in use', async (t) => {
    const { port, close } = await serve();
    t.after(close);
    await assert.rejects(serve({ port }), { message: `Port ${port} is already in use.` });
  });

  it('closes at once, whoever is still waiting', async () => {
    const { url, close } = await serve({ latency: 60_000 });
    const waiting = assert.rejects(fetch(`${url}/auth/status`));
    await new Promise((done) => setTimeout(done, 50));
    const start = performance.now();
    await close();
    await waiting;
    assert.ok(performance.now() - start < 1_000);
    await assert.rejects(fetch(`${url}/auth/status`));
  });

  it('keeps the users in a database across restarts', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'mock-backend-'));
    t.after(() => rm(folder, { recursive: true }));
    const database = join(folder, 'users.sqlite');

    const first = await serve({ database });
    await fetch(`${first.url}/auth/register`, { method: 'POST', headers, body });
    await first.close();

    const second = await serve({ database });
    t.after(second.close);
    const login = () => fetch(`${second.url}/auth/login`, { method: 'POST', headers, body });
    assert.equal((await login()).status, 200);
    second.backend.reset();
    assert.equal((await login()).status, 404);
  });
});
