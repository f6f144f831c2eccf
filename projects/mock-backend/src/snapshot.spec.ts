import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Mail } from './account/outbox.ts';
import { createMockBackend } from './mock-backend.ts';
import type { MockBackend } from './mock-backend.ts';

const totp = { email: 'totp@example.com', password: 'one more battery staple' };
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

async function mails(backend: MockBackend): Promise<readonly Mail[]> {
  const answer = await backend.fetch(new Request('http://mock/__mock/outbox'));
  return (await answer.json()) as Mail[];
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

  it('knows its mails, and the tokens and codes in them', async () => {
    const before = createMockBackend();
    await call(before, 'POST /auth/forgot-password', { email: 'ada@example.com' });
    const { json } = await call(before, 'POST /auth/login', totp);
    const after = reloaded(before);
    const [reset, code] = await mails(after);

    const token = new URL(String(reset?.link), 'http://mock').searchParams.get('token');
    const change = { token, password: 'a new one' };
    assert.equal((await call(after, 'POST /auth/reset-password', change)).status, 200);
    assert.equal((await call(reloaded(after), 'POST /auth/reset-password', change)).status, 400);
    const answer = { challenge: json['challenge'], code: code?.code };
    assert.equal((await call(after, 'POST /auth/second-factor', answer)).status, 200);
    assert.equal((await call(reloaded(after), 'POST /auth/second-factor', answer)).status, 410);
  });

  it('knows which addresses are verified', async () => {
    const before = createMockBackend();
    await call(before, 'POST /auth/register', zoe);
    const [mail] = await mails(before);
    const token = new URL(String(mail?.link), 'http://mock').searchParams.get('token');
    await call(before, 'POST /auth/verify-email', { token });

    const { json } = await call(reloaded(before), 'GET /__mock/verified');
    assert.deepEqual(json, [zoe.email]);
  });

  it('counts the attempts at a code across reloads', async () => {
    let backend = createMockBackend();
    const { json } = await call(backend, 'POST /auth/login', totp);
    const [mail] = await mails(backend);
    const wrong = { challenge: json['challenge'], code: 'wrong' };
    for (let attempt = 1; attempt <= 5; attempt++) {
      assert.equal((await call(backend, 'POST /auth/second-factor', wrong)).status, 401);
      backend = reloaded(backend);
    }
    const right = { ...wrong, code: mail?.code };
    assert.equal((await call(backend, 'POST /auth/second-factor', right)).status, 410);
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
