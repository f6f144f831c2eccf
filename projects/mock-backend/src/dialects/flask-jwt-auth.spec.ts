import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';

import { ada, bob, claimsOf, tampered, testClient } from '../testing/test-client.ts';
import type { TestClient } from '../testing/test-client.ts';

const jsonType = 'application/json';
const htmlType = 'text/html; charset=utf-8';

async function signedIn(t: TestContext): Promise<TestClient & { token: string }> {
  const client = await testClient(t);
  const { json } = await client.call('POST /auth/login', { json: ada });
  return { ...client, token: String(json?.['auth_token']) };
}

const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${String(token)}` } });

describe('flask-jwt-auth', () => {
  it('signs in with 200 and a token of exp, iat and a numeric sub', async (t) => {
    const { call } = await testClient(t);
    const { status, headers, json } = await call('POST /auth/login', { json: ada });
    const { auth_token, ...rest } = json ?? {};
    assert.equal(status, 200);
    assert.equal(headers.get('content-type'), jsonType);
    assert.deepEqual(rest, { status: 'success', message: 'Successfully logged in.' });
    const { exp, iat, ...others } = claimsOf(auth_token);
    assert.deepEqual(others, { sub: 1 });
    assert.equal(Number(exp) - Number(iat), 86_400);
  });

  const refusedLogins: [what: string, json: unknown, status: number, message: string][] = [
    ['a wrong password', { ...ada, password: 'x' }, 404, 'User does not exist.'],
    ['an unknown user', { ...ada, email: 'x' }, 404, 'User does not exist.'],
    ['an address in other case', { ...ada, email: 'Ada@example.com' }, 404, 'User does not exist.'],
    ['a padded password', { ...ada, password: ` ${ada.password} ` }, 404, 'User does not exist.'],
    ['no password', { email: ada.email }, 500, 'Try again'],
    ['no e-mail address', { password: 'x' }, 500, 'Try again'],
    ['a list', [], 500, 'Try again'],
    ['null', null, 500, 'Try again'],
  ];
  for (const [what, json, status, message] of refusedLogins) {
    it(`answers ${status} to a login with ${what}`, async (t) => {
      const { call } = await testClient(t);
      const answer = await call('POST /auth/login', { json });
      assert.equal(answer.status, status);
      assert.deepEqual(answer.json, { status: 'fail', message });
    });
  }

  it('registers with 201 and signs in, once', async (t) => {
    const { call } = await testClient(t);
    const json = { email: 'new@example.com', password: 'päss \u0301wörd ' };
    const first = await call('POST /auth/register', { json });
    assert.equal(first.status, 201);
    assert.equal(first.json?.['message'], 'Successfully registered.');
    const status = await call('GET /auth/status', bearer(first.json?.['auth_token']));
    assert.equal(status.status, 200);
    assert.equal((await call('POST /auth/login', { json })).status, 200);

    const second = await call('POST /auth/register', { json });
    assert.equal(second.status, 202);
    const message = 'User already exists. Please Log in.';
    assert.deepEqual(second.json, { status: 'fail', message });
  });

  it('does not register without an address or a password', async (t) => {
    const { call } = await testClient(t);
    for (const json of [{ email: 'new' }, { password: 'x' }, { email: 'new', password: '' }]) {
      const answer = await call('POST /auth/register', { json });
      assert.equal(answer.status, 401);
      const message = 'Some error occurred. Please try again.';
      assert.deepEqual(answer.json, { status: 'fail', message });
    }
    assert.equal((await call('POST /auth/register', { json: [] })).status, 500);
  });

  it('says who is signed in, whatever the first word of the header', async (t) => {
    const { call, token } = await signedIn(t);
    for (const scheme of ['Bearer', 'bearer', 'Token']) {
      const headers = { authorization: `${scheme} ${token}` };
      const { status, json } = await call('GET /auth/status', { headers });
      assert.equal(status, 200);
      const registered_on = 'Mon, 01 Jan 2024 09:00:00 GMT';
      const data = { user_id: 1, email: ada.email, admin: true, registered_on };
      assert.deepEqual(json, { status: 'success', data });
    }
  });

  it('names what is wrong with a token', async (t) => {
    const { call, token, backend } = await signedIn(t);
    const messageFor = async (authorization?: string) => {
      const headers = authorization === undefined ? undefined : { authorization };
      const { status, json } = await call('GET /auth/status', { headers });
      assert.equal(status, 401);
      return json?.['message'];
    };
    assert.equal(await messageFor(), 'Provide a valid auth token.');
    assert.equal(await messageFor(token), 'Bearer token malformed.');
    const invalid = 'Invalid token. Please log in again.';
    assert.equal(await messageFor('Bearer garbage'), invalid);
    assert.equal(await messageFor(`Bearer ${tampered(token)}`), invalid);
    backend.options.clockOffset = 86_401;
    assert.equal(await messageFor(`Bearer ${token}`), 'Signature expired. Please log in again.');
  });

  it('blacklists the token at logout', async (t) => {
    const { call, token } = await signedIn(t);
    const logout = await call('POST /auth/logout', bearer(token));
    assert.equal(logout.status, 200);
    assert.deepEqual(logout.json, { status: 'success', message: 'Successfully logged out.' });
    for (const line of ['GET /auth/status', 'POST /auth/logout']) {
      const { status, json } = await call(line, bearer(token));
      assert.equal(status, 401);
      assert.equal(json?.['message'], 'Token blacklisted. Please log in again.');
    }
  });

  it('answers 403 to a logout without a header, 500 in HTML to a malformed one', async (t) => {
    const { call } = await testClient(t);
    const none = await call('POST /auth/logout');
    assert.equal(none.status, 403);
    assert.deepEqual(none.json, { status: 'fail', message: 'Provide a valid auth token.' });

    const headers = { authorization: 'Bearer', origin: 'http://app.example' };
    const malformed = await call('POST /auth/logout', { headers });
    assert.equal(malformed.status, 500);
    assert.equal(malformed.headers.get('content-type'), htmlType);
    assert.equal(malformed.headers.get('access-control-allow-origin'), null);
  });

  it('hands out the blacklisted token again within the second', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
    const { call, token } = await signedIn(t);
    await call('POST /auth/logout', bearer(token));
    const again = await call('POST /auth/login', { json: ada });
    assert.equal(again.json?.['auth_token'], token);
    assert.equal((await call('GET /auth/status', bearer(token))).status, 401);

    t.mock.timers.setTime(Date.UTC(2026, 0, 1, 0, 0, 1));
    const later = await call('POST /auth/login', { json: ada });
    assert.equal((await call('GET /auth/status', bearer(later.json?.['auth_token']))).status, 200);
  });

  it('echoes the origin, without credentials', async (t) => {
    const { call } = await testClient(t);
    const headers = {
      origin: 'http://app.example',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    };
    const { status, headers: answered } = await call('OPTIONS /auth/status', { headers });
    assert.equal(status, 200);
    assert.equal(answered.get('access-control-allow-origin'), 'http://app.example');
    assert.equal(answered.get('access-control-allow-headers'), 'authorization');
    assert.equal(answered.get('access-control-allow-credentials'), null);
    assert.equal(answered.get('vary'), 'Origin');
  });

  it('shows the two resources to those who may see them', async (t) => {
    const { call, token } = await signedIn(t);
    assert.equal((await call('GET /__mock/protected')).status, 401);
    assert.equal((await call('GET /__mock/protected', bearer(token))).status, 200);
    assert.equal((await call('GET /__mock/admin', bearer(token))).status, 200);
    const { json } = await call('POST /auth/login', { json: bob });
    assert.equal((await call('GET /__mock/admin', bearer(json?.['auth_token']))).status, 403);
  });
});
