import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, bob, testClient } from './testing/test-client.ts';
import type { TestClient } from './testing/test-client.ts';

async function signIn({ call }: TestClient, json: object = ada) {
  const answer = await call('POST /auth/login', { json });
  return { headers: { authorization: `Bearer ${String(answer.json?.['auth_token'])}` } };
}

describe('control API', () => {
  it('shows the options and changes them at once', async (t) => {
    const { call, backend } = await testClient(t, { tokenLifetime: 30 });
    const before = await call('GET /__mock/options');
    assert.deepEqual(before.json, backend.options);
    const after = await call('PATCH /__mock/options', { json: { tokenLifetime: 5, latency: 1 } });
    assert.deepEqual(after.json, { ...before.json, tokenLifetime: 5, latency: 1 });
    assert.equal(backend.options.tokenLifetime, 5);
  });

  it('refuses options it does not know and changes nothing', async (t) => {
    const { call, backend } = await testClient(t);
    const rows: [json: unknown, message: RegExp][] = [
      [{ latency: 5, speed: 1 }, /Unknown option "speed"/],
      [{ latency: 5, outage: 'on' }, /"outage" cannot be "on"/],
      [[], /JSON object/],
    ];
    for (const [json, message] of rows) {
      const answer = await call('PATCH /__mock/options', { json });
      assert.equal(answer.status, 400);
      assert.match(String(answer.json?.['message']), message);
    }
    assert.equal(backend.options.latency, 0);
  });

  it('changes the dialect at the root only', async (t) => {
    const { call } = await testClient(t);
    const json = { dialect: 'flask-jwt' };
    await call('PATCH /__mock/options', { json });
    assert.equal((await call('POST /auth', { json: {} })).status, 401);
    assert.equal((await call('POST /auth/login', { json: ada })).status, 404);
    const fixed = await call('PATCH /flask-session/__mock/options', { json });
    assert.equal(fixed.status, 400);
  });

  it('resets users, options, blacklist, log, limits and canned answers', async (t) => {
    const client = await testClient(t, { tokenLifetime: 30 });
    const session = await signIn(client);
    await client.call('POST /auth/logout', session);
    await client.call('POST /auth/register', { json: { email: 'new', password: 'x' } });
    await client.call('POST /__mock/next', { json: { endpoint: 'login', status: 418 } });
    await client.call('PATCH /__mock/options', { json: { tokenLifetime: 5, rateLimit: 0 } });

    assert.equal((await client.call('POST /__mock/reset')).status, 204);
    assert.equal((await client.call('GET /__mock/options')).json?.['tokenLifetime'], 30);
    assert.deepEqual((await client.call('GET /__mock/requests')).json, []);
    assert.equal((await client.call('GET /auth/status', session)).status, 200);
    const login = await client.call('POST /auth/login', { json: { email: 'new', password: 'x' } });
    assert.equal(login.status, 404);
  });

  it('revokes the tokens of one user or of everyone', async (t) => {
    const client = await testClient(t);
    const [one, other] = [await signIn(client, ada), await signIn(client, bob)];
    await client.call('POST /__mock/revoke', { json: { email: ada.email } });
    assert.equal((await client.call('GET /auth/status', one)).status, 401);
    assert.equal((await client.call('GET /auth/status', other)).status, 200);
    await client.call('POST /__mock/revoke');
    assert.equal((await client.call('GET /auth/status', other)).status, 401);
    const unknown = await client.call('POST /__mock/revoke', { json: { email: 'x' } });
    assert.equal(unknown.status, 400);
  });

  it('rotates the key: every token turns invalid, new ones are good', async (t) => {
    const client = await testClient(t);
    const session = await signIn(client);
    assert.equal((await client.call('POST /__mock/rotate-keys')).status, 204);
    const { json } = await client.call('GET /auth/status', session);
    assert.equal(json?.['message'], 'Invalid token. Please log in again.');
    assert.equal((await client.call('GET /auth/status', await signIn(client))).status, 200);
  });

  it('logs the calls of an app without queries, tokens, preflights and its own', async (t) => {
    const client = await testClient(t);
    await client.call('OPTIONS /auth/status');
    await client.call('GET /auth/status?secret=x', { headers: { authorization: 'Bearer secret' } });
    await client.call('POST /nowhere');
    await client.call('GET /__mock/protected');
    const { text } = await client.call('GET /__mock/requests');
    assert.doesNotMatch(text, /secret/);
    const log = (JSON.parse(text) as { at: string }[]).map(({ at, ...rest }) => {
      assert.ok(Math.abs(Date.parse(at) - Date.now()) < 10_000);
      return rest;
    });
    assert.deepEqual(log, [
      { method: 'GET', path: '/auth/status', authorization: true },
      { method: 'POST', path: '/nowhere', authorization: false },
    ]);
  });

  it('echoes what arrived', async (t) => {
    const { call } = await testClient(t);
    const headers = { authorization: 'Bearer x', cookie: 'a=b', 'x-xsrf-token': 'y' };
    const { json } = await call('POST /__mock/echo', { text: 'körper', headers });
    assert.equal(json?.['method'], 'POST');
    assert.equal(json['body'], 'körper');
    const arrived = json['headers'] as Record<string, string>;
    for (const [name, value] of Object.entries(headers)) assert.equal(arrived[name], value);
    assert.equal((await call('GET /__mock/echo')).json?.['body'], '');
  });

  it('answers what it is told to', async (t) => {
    const { call } = await testClient(t);
    assert.equal((await call('GET /__mock/answer?status=503')).status, 503);
    const json = { status: 422, headers: { 'x-a': 'b' }, body: 'no', contentType: 'text/plain' };
    const answer = await call('PUT /__mock/answer', { json });
    assert.equal(answer.status, 422);
    assert.equal(answer.text, 'no');
    assert.equal(answer.headers.get('content-type'), 'text/plain');
    assert.equal(answer.headers.get('x-a'), 'b');
    assert.equal((await call('GET /__mock/answer?status=99')).status, 400);
  });

  it('queues answers for an endpoint, each for one call', async (t) => {
    const { call } = await testClient(t);
    await call('POST /__mock/next', { json: { endpoint: 'login', status: 200, body: '<html>' } });
    await call('POST /__mock/next', { json: { endpoint: 'login', body: { auth_token: 5 } } });
    const first = await call('POST /auth/login', { json: ada, headers: { origin: 'http://a.b' } });
    assert.equal(first.text, '<html>');
    assert.equal(first.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.equal(first.headers.get('access-control-allow-origin'), 'http://a.b');
    assert.deepEqual((await call('POST /auth/login', { json: ada })).json, { auth_token: 5 });
    assert.equal((await call('POST /auth/login', { json: ada })).json?.['status'], 'success');
    for (const json of [{ endpoint: 'x' }, { endpoint: 'login', status: 0 }]) {
      assert.equal((await call('POST /__mock/next', { json })).status, 400);
    }
  });

  it('can be called by every page, without its cookies, errors included', async (t) => {
    const { call } = await testClient(t, { dialect: 'flask-session' });
    const headers = { origin: 'http://app.example', 'access-control-request-headers': 'x-a' };
    for (const line of ['OPTIONS /__mock/options', 'POST /__mock/next', 'GET /__mock/echo']) {
      const answer = await call(line, { headers });
      assert.equal(answer.headers.get('access-control-allow-origin'), 'http://app.example');
      assert.equal(answer.headers.get('access-control-allow-headers'), 'x-a');
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
  });
});
