import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, claimsOf, testClient } from '../../testing/test-client.ts';
import type { Answer, TestClient } from '../../testing/test-client.ts';

const dialect = 'refresh-token';

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

function tokensIn({ json }: Answer): Tokens {
  return { access: String(json?.['access_token']), refresh: String(json?.['refresh_token']) };
}

async function signIn({ call }: TestClient): Promise<Tokens> {
  return tokensIn(await call('POST /auth/login', { json: ada }));
}

const refreshWith = ({ call }: TestClient, refresh_token?: string) =>
  call('POST /auth/refresh', { json: { refresh_token } });

const statusOf = async ({ call }: TestClient, { access }: Tokens) =>
  (await call('GET /auth/status', { headers: { authorization: `Bearer ${access}` } })).status;

describe('refresh-token', () => {
  it('signs in with a short JWT and an opaque refresh token', async (t) => {
    const { call } = await testClient(t, { dialect, tokenLifetime: 30 });
    const answer = await call('POST /auth/login', { json: ada });
    assert.equal(answer.status, 200);
    assert.equal(answer.json?.['expires_in'], 30);
    const { exp, iat, sub } = claimsOf(answer.json?.['access_token']);
    assert.equal(Number(exp) - Number(iat), 30);
    assert.equal(sub, '1');
    assert.match(tokensIn(answer).refresh, /^[0-9a-f]{64}$/);
  });

  it('registers with 201 and signs in; refuses a duplicate and missing fields', async (t) => {
    const client = await testClient(t, { dialect });
    const json = { email: 'new@example.com', password: 'secret' };
    const first = await client.call('POST /auth/register', { json });
    assert.equal(first.status, 201);
    assert.equal(await statusOf(client, tokensIn(first)), 200);
    assert.equal((await client.call('POST /auth/register', { json })).status, 409);
    const incomplete = await client.call('POST /auth/register', { json: { email: 'x' } });
    assert.equal(incomplete.status, 400);
    const wrong = await client.call('POST /auth/login', { json: { ...json, password: 'x' } });
    assert.equal(wrong.status, 401);
  });

  it('says who is signed in', async (t) => {
    const client = await testClient(t, { dialect });
    const { access } = await signIn(client);
    const headers = { authorization: `Bearer ${access}` };
    const user = { user_id: 1, email: ada.email, admin: true };
    const status = await client.call('GET /auth/status', { headers });
    assert.deepEqual(status.json, { data: user });
    const resource = await client.call('GET /auth/protected', { headers });
    assert.deepEqual(resource.json, { message: 'ok', user });
    assert.equal((await client.call('GET /auth/protected')).status, 401);
  });

  it('rotates the refresh token', async (t) => {
    const client = await testClient(t, { dialect });
    let tokens = await signIn(client);
    for (let round = 0; round < 3; round++) {
      const answer = await refreshWith(client, tokens.refresh);
      assert.equal(answer.status, 200);
      assert.deepEqual(Object.keys(answer.json ?? {}), ['access_token', 'refresh_token']);
      assert.notEqual(tokensIn(answer).refresh, tokens.refresh);
      tokens = tokensIn(answer);
      assert.equal(await statusOf(client, tokens), 200);
    }
  });

  it('ends the whole family when a rotated token is used again, and no other', async (t) => {
    const client = await testClient(t, { dialect });
    const [stolen, bystander] = [await signIn(client), await signIn(client)];
    const renewed = tokensIn(await refreshWith(client, stolen.refresh));
    const reuse = await refreshWith(client, stolen.refresh);
    assert.equal(reuse.status, 401);
    assert.deepEqual(reuse.json, { message: 'Refresh token reuse detected' });
    assert.equal((await refreshWith(client, renewed.refresh)).status, 401);
    assert.equal(await statusOf(client, renewed), 401);
    assert.equal(await statusOf(client, bystander), 200);
  });

  it('gives new tokens for a replaced one if reuse is accepted', async (t) => {
    const client = await testClient(t, { dialect, reuseDetection: false });
    const { refresh } = await signIn(client);
    for (let use = 0; use < 2; use++) {
      const answer = await refreshWith(client, refresh);
      assert.equal(answer.status, 200);
      assert.notEqual(tokensIn(answer).refresh, refresh);
    }
  });

  it('lets one of many simultaneous refreshes win', async (t) => {
    const client = await testClient(t, { dialect });
    const { refresh } = await signIn(client);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => refreshWith(client, refresh)),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  it('keeps the refresh token without rotation', async (t) => {
    const client = await testClient(t, { dialect, rotation: false });
    const { refresh } = await signIn(client);
    for (let round = 0; round < 2; round++) {
      const answer = await refreshWith(client, refresh);
      assert.deepEqual(Object.keys(answer.json ?? {}), ['access_token']);
    }
  });

  it('refuses refresh tokens that are missing, unknown, expired or revoked', async (t) => {
    const client = await testClient(t, { dialect, refreshTokenLifetime: 60 });
    const { refresh } = await signIn(client);
    for (const value of [undefined, '', 'x']) {
      const { status, json } = await refreshWith(client, value);
      assert.equal(status, 401);
      assert.deepEqual(json, { message: 'Refresh token is invalid.' });
    }
    client.backend.options.clockOffset = 61;
    const expired = await refreshWith(client, refresh);
    assert.deepEqual(expired.json, { message: 'Refresh token has expired.' });
    client.backend.options.clockOffset = 0;
    await client.call('POST /__mock/revoke', { json: { email: ada.email } });
    const revoked = await refreshWith(client, refresh);
    assert.equal(revoked.status, 401);
    assert.deepEqual(revoked.json, { message: 'Refresh token has been revoked.' });
  });

  it('ends the family at logout, by refresh token or by access token', async (t) => {
    const client = await testClient(t, { dialect });
    const [one, other] = [await signIn(client), await signIn(client)];
    const json = { refresh_token: one.refresh };
    assert.equal((await client.call('POST /auth/logout', { json })).status, 200);
    assert.equal(await statusOf(client, one), 401);
    assert.equal(await statusOf(client, other), 200);
    const headers = { authorization: `Bearer ${other.access}` };
    assert.equal((await client.call('POST /auth/logout', { headers })).status, 200);
    assert.equal((await refreshWith(client, other.refresh)).status, 401);
    assert.equal((await client.call('POST /auth/logout')).status, 401);
  });

  it('has CORS on everything, crashes included', async (t) => {
    const { call } = await testClient(t, { dialect, failing: ['login'] });
    const headers = { origin: 'http://app.example' };
    const crash = await call('POST /auth/login', { json: ada, headers });
    assert.equal(crash.status, 500);
    assert.equal(crash.headers.get('access-control-allow-origin'), 'http://app.example');
  });
});
