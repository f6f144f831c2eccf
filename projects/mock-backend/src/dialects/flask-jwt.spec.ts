import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, claimsOf, tampered, testClient } from '../testing/test-client.ts';
import type { TestClient } from '../testing/test-client.ts';

const dialect = 'flask-jwt';
const json = { username: 'ada', password: ada.password };

async function tokenFrom({ call }: TestClient): Promise<string> {
  return String((await call('POST /auth', { json })).json?.['access_token']);
}

const refusedLogin = {
  status_code: 401,
  error: 'Bad Request',
  description: 'Invalid credentials',
};

describe('flask-jwt', () => {
  it('signs in with the id under identity and no sub', async (t) => {
    const { call } = await testClient(t, { dialect });
    const answer = await call('POST /auth', { json });
    assert.equal(answer.status, 200);
    assert.deepEqual(Object.keys(answer.json ?? {}), ['access_token']);
    const { exp, iat, nbf, ...others } = claimsOf(answer.json?.['access_token']);
    assert.deepEqual(others, { identity: 1 });
    assert.equal(nbf, iat);
    assert.equal(Number(exp) - Number(iat), 300);
  });

  it('takes an e-mail address for a username', async (t) => {
    const { call } = await testClient(t, { dialect });
    const byEmail = { username: ada.email, password: ada.password };
    assert.equal((await call('POST /auth', { json: byEmail })).status, 200);
  });

  const refused: [what: string, json: unknown][] = [
    ['a wrong password', { ...json, password: 'x' }],
    ['an unknown user', { ...json, username: 'x' }],
    ['a third key', { ...json, remember: true }],
    ['one key', { username: 'ada' }],
    ['other keys', ada],
    ['an empty password', { ...json, password: '' }],
  ];
  for (const [what, body] of refused) {
    it(`refuses a login with ${what}`, async (t) => {
      const { call } = await testClient(t, { dialect });
      const answer = await call('POST /auth', { json: body });
      assert.equal(answer.status, 401);
      assert.deepEqual(answer.json, refusedLogin);
    });
  }

  it('reads the scheme JWT in any case', async (t) => {
    const client = await testClient(t, { dialect });
    const token = await tokenFrom(client);
    for (const scheme of ['JWT', 'jwt', 'Jwt']) {
      const headers = { authorization: `${scheme} ${token}` };
      const answer = await client.call('GET /protected', { headers });
      assert.equal(answer.status, 200);
      const current_identity = "User(id='1')";
      assert.deepEqual(answer.json, { message: 'This is a protected resource.', current_identity });
    }
  });

  it('challenges a request without a header', async (t) => {
    const { call } = await testClient(t, { dialect });
    const { status, headers, json: body } = await call('GET /protected');
    assert.equal(status, 401);
    assert.equal(headers.get('www-authenticate'), 'JWT realm="Login Required"');
    assert.deepEqual(body, {
      status_code: 401,
      error: 'Authorization Required',
      description: 'Request does not contain an access token',
    });
  });

  it('describes what is wrong with a header', async (t) => {
    const client = await testClient(t, { dialect });
    const token = await tokenFrom(client);
    const rows: [authorization: string, error: string, description: string][] = [
      [`Bearer ${token}`, 'Invalid JWT header', 'Unsupported authorization type'],
      ['JWT', 'Invalid JWT header', 'Token missing'],
      ['JWT a b', 'Invalid JWT header', 'Token contains spaces'],
      ['JWT garbage', 'Invalid token', 'Not enough segments'],
      [`JWT ${tampered(token)}`, 'Invalid token', 'Signature verification failed'],
    ];
    for (const [authorization, error, description] of rows) {
      const answer = await client.call('GET /protected', { headers: { authorization } });
      assert.equal(answer.status, 401);
      assert.deepEqual(answer.json, { status_code: 401, error, description });
    }
  });

  it('forgives ten seconds', async (t) => {
    t.mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 0, 1) });
    const client = await testClient(t, { dialect });
    const headers = { authorization: `JWT ${await tokenFrom(client)}` };
    client.backend.options.clockOffset = 309;
    assert.equal((await client.call('GET /protected', { headers })).status, 200);
    client.backend.options.clockOffset = 310;
    const late = await client.call('GET /protected', { headers });
    assert.equal(late.json?.['description'], 'Signature has expired');
  });

  it('allows every origin, but no PATCH, and a crash has no CORS', async (t) => {
    const { call } = await testClient(t, { dialect });
    const origin = 'http://app.example';
    const { headers } = await call('OPTIONS /protected', {
      headers: { origin, 'access-control-request-headers': 'authorization' },
    });
    assert.equal(headers.get('access-control-allow-origin'), '*');
    assert.equal(headers.get('access-control-allow-methods'), 'DELETE, GET, POST, PUT');
    assert.equal(headers.get('access-control-allow-headers'), 'authorization');
    const crash = await call('POST /auth', { json: [], headers: { origin } });
    assert.equal(crash.status, 500);
    assert.equal(crash.headers.get('access-control-allow-origin'), null);
  });

  it('knows no user for a revoked token, and offers neither register nor logout', async (t) => {
    const client = await testClient(t, { dialect });
    const headers = { authorization: `JWT ${await tokenFrom(client)}` };
    await client.call('POST /__mock/revoke');
    const { status, json: body } = await client.call('GET /__mock/protected', { headers });
    assert.equal(status, 401);
    assert.equal(body?.['description'], 'User does not exist');
    assert.equal((await client.call('POST /register', { json })).status, 404);
    assert.equal((await client.call('POST /logout')).status, 404);
  });
});
