import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, testClient } from '../testing/test-client.ts';
import type { TestClient } from '../testing/test-client.ts';

const dialect = 'flask-session';

async function signIn({ call }: TestClient): Promise<{ headers: { cookie: string } }> {
  const { headers } = await call('POST /api/login', { json: ada });
  const [cookie = ''] = headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
  return { headers: { cookie } };
}

describe('flask-session', () => {
  it('signs in with a cookie for this browser session that scripts cannot read', async (t) => {
    const { call } = await testClient(t, { dialect });
    const { status, json, headers } = await call('POST /api/login', { json: ada });
    assert.equal(status, 200);
    assert.deepEqual(json, { result: true });
    assert.match(headers.getSetCookie()[0] ?? '', /^session=[^;]+; Path=\/; HttpOnly$/);
  });

  it('answers 200 with result false to wrong credentials, without a cookie', async (t) => {
    const { call } = await testClient(t, { dialect });
    for (const json of [
      { ...ada, password: 'x' },
      { ...ada, email: 'x' },
    ]) {
      const answer = await call('POST /api/login', { json });
      assert.equal(answer.status, 200);
      assert.deepEqual(answer.json, { result: false });
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
  });

  it('crashes in HTML over a missing field', async (t) => {
    const { call } = await testClient(t, { dialect });
    for (const line of ['POST /api/login', 'POST /api/register']) {
      for (const json of [{ email: ada.email }, { password: 'x' }, []]) {
        const { status, headers, text } = await call(line, { json });
        assert.equal(status, 500);
        assert.equal(headers.get('content-type'), 'text/html; charset=utf-8');
        assert.match(text, /<h1>Internal Server Error<\/h1>/);
      }
    }
  });

  it('registers without signing in, and says so when the address is taken', async (t) => {
    const { call } = await testClient(t, { dialect });
    const json = { email: 'new@example.com', password: 'secret' };
    const first = await call('POST /api/register', { json });
    assert.equal(first.status, 200);
    assert.deepEqual(first.json, { result: 'success' });
    assert.deepEqual(first.headers.getSetCookie(), []);
    const second = await call('POST /api/register', { json });
    assert.equal(second.status, 200);
    assert.deepEqual(second.json, { result: 'this user is already registered' });
    assert.deepEqual((await call('POST /api/login', { json })).json, { result: true });
  });

  it('reports a status that names no user', async (t) => {
    const client = await testClient(t, { dialect });
    const { call } = client;
    assert.deepEqual((await call('GET /api/status')).json, { status: false });
    const forged = { headers: { cookie: 'session=eyJsb2dnZWRfaW4iOnRydWV9' } };
    assert.deepEqual((await call('GET /api/status', forged)).json, { status: false });
    assert.deepEqual((await call('GET /api/status', await signIn(client))).json, { status: true });
  });

  it('stops believing a cookie after 31 days', async (t) => {
    const client = await testClient(t, { dialect });
    const session = await signIn(client);
    client.backend.options.clockOffset = 31 * 86_400 + 1;
    assert.deepEqual((await client.call('GET /api/status', session)).json, { status: false });
  });

  it('signs out by GET and removes the cookie; POST is 405', async (t) => {
    const client = await testClient(t, { dialect });
    const session = await signIn(client);
    const post = await client.call('POST /api/logout', session);
    assert.equal(post.status, 405);
    assert.equal(post.headers.get('allow'), 'GET, HEAD, OPTIONS');
    const get = await client.call('GET /api/logout', session);
    assert.deepEqual(get.json, { result: 'success' });
    assert.match(get.headers.getSetCookie()[0] ?? '', /^session=; Max-Age=0; Path=\/; Expires=Thu/);
  });

  it('has no CORS', async (t) => {
    const { call } = await testClient(t, { dialect });
    const headers = { origin: 'http://app.example' };
    for (const line of ['GET /api/status', 'OPTIONS /api/login']) {
      const answer = await call(line, { headers });
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
  });

  it('ends the session of a revoked user, who can sign in again', async (t) => {
    const client = await testClient(t, { dialect });
    const session = await signIn(client);
    assert.equal((await client.call('GET /__mock/admin', session)).status, 200);
    await client.call('POST /__mock/revoke', { json: { email: ada.email } });
    assert.deepEqual((await client.call('GET /api/status', session)).json, { status: false });
    assert.equal((await client.call('GET /__mock/protected', session)).status, 401);
    const again = await signIn(client);
    assert.deepEqual((await client.call('GET /api/status', again)).json, { status: true });
  });
});
