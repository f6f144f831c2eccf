import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, claimsOf, tampered, testClient } from '../testing/test-client.ts';
import type { TestClient } from '../testing/test-client.ts';

const dialect = 'flask-restful';

async function tokenFrom({ call }: TestClient): Promise<string> {
  return String((await call('POST /api/login', { json: ada })).json?.['token']);
}

describe('flask-restful', () => {
  it('signs in with exp, iat and a numeric sub, for a day', async (t) => {
    const client = await testClient(t, { dialect });
    const { exp, iat, ...others } = claimsOf(await tokenFrom(client));
    assert.deepEqual(others, { sub: 1 });
    assert.equal(Number(exp) - Number(iat), 86_400);
  });

  it('reads JSON whatever the content type says', async (t) => {
    const { call } = await testClient(t, { dialect });
    assert.equal((await call('POST /api/login', { text: JSON.stringify(ada) })).status, 200);
    const answer = await call('POST /api/login', { text: 'email=ada' });
    assert.equal(answer.status, 400);
    assert.match(String(answer.json?.['message']), /could not understand/);
  });

  const refused: [what: string, json: unknown, status: number, message: string][] = [
    ['a wrong password', { ...ada, password: 'x' }, 401, 'invalid username/password'],
    ['an unknown user', { ...ada, email: 'x' }, 401, 'invalid username/password'],
    ['no password', { email: ada.email }, 500, 'Internal Server Error'],
    ['no address', { password: 'x' }, 500, 'Internal Server Error'],
    ['a list', [], 500, 'Internal Server Error'],
  ];
  for (const [what, json, status, message] of refused) {
    it(`answers ${status} to a login with ${what}`, async (t) => {
      const { call } = await testClient(t, { dialect });
      const answer = await call('POST /api/login', { json });
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('content-type'), 'application/json');
      assert.deepEqual(answer.json, { message });
    });
  }

  it('lists the users, whatever the first word of the header', async (t) => {
    const client = await testClient(t, { dialect });
    const headers = { authorization: `Anything ${await tokenFrom(client)}` };
    const { status, json } = await client.call('GET /api/users', { headers });
    assert.equal(status, 200);
    assert.deepEqual(json?.['users'], [
      { id: 1, email: 'ada@example.com', name: 'ada', is_enabled: true },
      { id: 2, email: 'bob@example.com', name: 'bob', is_enabled: true },
    ]);
  });

  it('names what is wrong with a token', async (t) => {
    const client = await testClient(t, { dialect });
    const token = await tokenFrom(client);
    const rows: [headers: Record<string, string>, status: number, message: string][] = [
      [{}, 401, 'Missing authorization header'],
      [{ authorization: token }, 500, 'Internal Server Error'],
      [{ authorization: 'Bearer garbage' }, 401, 'Token is invalid'],
      [{ authorization: `Bearer ${tampered(token)}` }, 401, 'Token is invalid'],
    ];
    for (const [headers, status, message] of rows) {
      const answer = await client.call('GET /api/users', { headers });
      assert.equal(answer.status, status);
      assert.deepEqual(answer.json, { message });
    }
    const headers = { authorization: `Bearer ${token}` };
    client.backend.options.clockOffset = 86_401;
    const expired = await client.call('GET /api/users', { headers });
    assert.deepEqual(expired.json, { message: 'Token has expired' });
    client.backend.options.clockOffset = 0;
    await client.call('POST /__mock/revoke');
    const revoked = await client.call('GET /api/users', { headers });
    assert.deepEqual(revoked.json, { message: 'Token is invalid' });
  });

  it('says 405 in JSON and leaves unknown paths to Flask; no CORS', async (t) => {
    const { call } = await testClient(t, { dialect });
    const headers = { origin: 'http://app.example' };
    const wrongMethod = await call('GET /api/login', { headers });
    assert.equal(wrongMethod.status, 405);
    assert.equal(wrongMethod.headers.get('allow'), 'OPTIONS, POST');
    const message = 'The method is not allowed for the requested URL.';
    assert.deepEqual(wrongMethod.json, { message });
    assert.equal(wrongMethod.headers.get('access-control-allow-origin'), null);
    const unknown = await call('GET /api/unknown');
    assert.equal(unknown.status, 404);
    assert.match(unknown.text, /<h1>Not Found<\/h1>/);
  });
});
