import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, claimsOf, tampered, testClient } from '../../testing/test-client.ts';
import type { TestClient } from '../../testing/test-client.ts';

const dialect = 'flask-jwt-extended';
const json = { username: 'ada', password: ada.password };

async function tokensFrom({ call }: TestClient): Promise<{ access: string; refresh: string }> {
  const answer = await call('POST /login', { json });
  const { access_token, refresh_token } = answer.json ?? {};
  return { access: String(access_token), refresh: String(refresh_token) };
}

const bearer = (token: unknown) => ({ headers: { authorization: `Bearer ${String(token)}` } });

describe('flask-jwt-extended', () => {
  it('signs in with a fresh access token and a refresh token', async (t) => {
    const client = await testClient(t, { dialect });
    const { access, refresh } = await tokensFrom(client);
    const { exp, iat, nbf, jti, ...claims } = claimsOf(access);
    assert.deepEqual(claims, { fresh: true, type: 'access', sub: 'ada' });
    assert.equal(Number(exp) - Number(iat), 15 * 60);
    assert.equal(nbf, iat);
    const other = claimsOf(refresh);
    assert.equal(other['type'], 'refresh');
    assert.equal(Number(other['exp']) - Number(other['iat']), 30 * 86_400);
    assert.notEqual(other['jti'], jti);
  });

  it('refuses logins in the words of the app', async (t) => {
    const { call } = await testClient(t, { dialect });
    const wrong = await call('POST /login', { json: { ...json, password: 'x' } });
    assert.equal(wrong.status, 401);
    assert.deepEqual(wrong.json, { message: 'Bad username or password' });
    for (const body of [{ username: 'ada' }, { ...json, password: '' }, ada]) {
      const incomplete = await call('POST /login', { json: body });
      assert.equal(incomplete.status, 400);
      assert.deepEqual(incomplete.json, { message: 'Missing username or password' });
    }
  });

  it('registers without a token', async (t) => {
    const { call } = await testClient(t, { dialect });
    const account = { username: 'new', password: 'secret' };
    const first = await call('POST /register', { json: account });
    assert.equal(first.status, 201);
    assert.deepEqual(Object.keys(first.json ?? {}), ['message']);
    for (const username of ['new', 'ada', ada.email]) {
      const taken = await call('POST /register', { json: { ...account, username } });
      assert.equal(taken.status, 400);
      assert.deepEqual(taken.json, { message: 'User already exists' });
    }
    assert.equal((await call('POST /login', { json: account })).status, 200);
  });

  it('refuses tokens in the words of the library', async (t) => {
    const client = await testClient(t, { dialect });
    const { access, refresh } = await tokensFrom(client);
    const expected = "Expected 'Authorization: Bearer <JWT>'";
    const wrongScheme = `Missing 'Bearer' type in 'Authorization' header. ${expected}`;
    const rows: [authorization: string, status: number, msg: string][] = [
      ['', 401, 'Missing Authorization Header'],
      [`bearer ${access}`, 401, wrongScheme],
      [`JWT ${access}`, 401, wrongScheme],
      [`Bearer a, Bearer ${access}`, 401, wrongScheme],
      ['Bearer ', 422, `Bad Authorization header. ${expected}`],
      ['Bearer a b', 422, `Bad Authorization header. ${expected}`],
      ['Bearer garbage', 422, 'Not enough segments'],
      [`Bearer ${tampered(access)}`, 422, 'Signature verification failed'],
      [`Bearer ${refresh}`, 422, 'Only non-refresh tokens are allowed'],
    ];
    for (const [authorization, status, msg] of rows) {
      const answer = await client.call('GET /protected', { headers: { authorization } });
      assert.equal(answer.status, status, authorization);
      assert.deepEqual(answer.json, { msg });
    }
    client.backend.options.clockOffset = 15 * 60;
    const expired = await client.call('GET /protected', bearer(access));
    assert.equal(expired.status, 401);
    assert.deepEqual(expired.json, { msg: 'Token has expired' });
  });

  it('refreshes with the refresh token in the header, which stays the same', async (t) => {
    const client = await testClient(t, { dialect });
    const { access, refresh } = await tokensFrom(client);
    for (let round = 0; round < 2; round++) {
      const answer = await client.call('POST /refresh', bearer(refresh));
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(answer.json ?? {}), ['access_token']);
      const renewed = bearer(answer.json?.['access_token']);
      const who = await client.call('GET /protected', renewed);
      assert.deepEqual(who.json, { logged_in_as: 'ada' });
    }
    const wrongType = await client.call('POST /refresh', bearer(access));
    assert.equal(wrongType.status, 422);
    assert.deepEqual(wrongType.json, { msg: 'Only refresh tokens are allowed' });
  });

  it('asks for a fresh token where only a sign-in will do', async (t) => {
    const client = await testClient(t, { dialect });
    const { access, refresh } = await tokensFrom(client);
    assert.equal((await client.call('GET /fresh', bearer(access))).status, 200);
    const { json: renewed } = await client.call('POST /refresh', bearer(refresh));
    const stale = await client.call('GET /fresh', bearer(renewed?.['access_token']));
    assert.equal(stale.status, 401);
    assert.deepEqual(stale.json, { msg: 'Fresh token required' });
  });

  it('revokes one access token at logout, by its jti', async (t) => {
    const client = await testClient(t, { dialect });
    const [one, other] = [await tokensFrom(client), await tokensFrom(client)];
    const logout = await client.call('DELETE /logout', bearer(one.access));
    assert.equal(logout.status, 200);
    assert.deepEqual(logout.json, { msg: 'Access token revoked' });
    const revoked = await client.call('GET /protected', bearer(one.access));
    assert.equal(revoked.status, 401);
    assert.deepEqual(revoked.json, { msg: 'Token has been revoked' });
    assert.equal((await client.call('GET /protected', bearer(other.access))).status, 200);
    assert.equal((await client.call('POST /refresh', bearer(one.refresh))).status, 200);
    assert.equal((await client.call('POST /logout', bearer(other.access))).status, 405);
  });

  it('has no CORS', async (t) => {
    const { call } = await testClient(t, { dialect });
    const { headers } = await call('OPTIONS /login', { headers: { origin: 'http://app.example' } });
    assert.equal(headers.get('access-control-allow-origin'), null);
  });
});
