import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMockBackend } from './mock-backend.ts';
import type { MockBackend } from './mock-backend.ts';

const zoe = { email: 'zoe@example.com', password: 'a password of zoe' };

async function call(backend: MockBackend, line: string, body?: unknown, token?: string) {
  const [method, path = '/'] = line.split(' ');
  const headers = {
    'content-type': 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
  };
  const request = new Request(`http://mock${path}`, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const response = await backend.fetch(request);
  const text = await response.text();
  return { status: response.status, json: JSON.parse(text || '{}') as Record<string, string> };
}

/** As after a reload: another backend, which knows only what was kept. */
function reloaded(backend: MockBackend): MockBackend {
  const next = createMockBackend();
  next.restore(backend.snapshot());
  return next;
}

describe('a backend restored from a snapshot', () => {
  it('knows the users, their passwords and their tokens', async () => {
    const before = createMockBackend();
    const { json } = await call(before, 'POST /auth/register', zoe);
    const after = reloaded(before);

    const status = await call(after, 'GET /auth/status', undefined, json['auth_token']);
    assert.equal(status.status, 200);
    assert.equal((await call(after, 'POST /auth/login', zoe)).status, 200);
  });

  it('accepts a refresh token once, and not one that was used before', async () => {
    const before = createMockBackend();
    const { json } = await call(before, 'POST /refresh-token/auth/register', zoe);
    const used = { refresh_token: json['refresh_token'] };
    const renewed = await call(before, 'POST /refresh-token/auth/refresh', used);
    const unused = { refresh_token: renewed.json['refresh_token'] };

    const url = 'POST /refresh-token/auth/refresh';
    assert.equal((await call(reloaded(before), url, unused)).status, 200);
    assert.equal((await call(reloaded(before), url, used)).status, 401);
  });

  it('refuses what was revoked, and keeps its options', async () => {
    const before = createMockBackend();
    const { json } = await call(before, 'POST /auth/register', zoe);
    await call(before, 'POST /__mock/revoke', {});
    before.options.latency = 7;
    const after = reloaded(before);

    assert.equal(after.options.latency, 7);
    const status = await call(after, 'GET /auth/status', undefined, json['auth_token']);
    assert.equal(status.status, 401);
  });

  it('does not know a token of a backend that was not kept', async () => {
    const { json } = await call(createMockBackend(), 'POST /auth/register', zoe);
    const status = await call(
      createMockBackend(),
      'GET /auth/status',
      undefined,
      json['auth_token'],
    );
    assert.equal(status.status, 401);
  });
});
