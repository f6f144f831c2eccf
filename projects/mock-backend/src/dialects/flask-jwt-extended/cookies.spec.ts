import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, testClient } from '../../testing/test-client.ts';
import type { Answer, TestClient } from '../../testing/test-client.ts';

const dialect = 'flask-jwt-extended';
const json = { username: 'ada', password: ada.password };

function cookiesOf({ headers }: Answer): Record<string, string> {
  const pairs = headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

async function signIn({ call }: TestClient): Promise<Record<string, string>> {
  return cookiesOf(await call('POST /cookie/login', { json }));
}

function request(cookies: Record<string, string>, csrf?: string) {
  const cookie = Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  return { headers: { cookie, ...(csrf !== undefined && { 'x-csrf-token': csrf }) } };
}

describe('flask-jwt-extended in cookies', () => {
  it('sets two cookies scripts cannot read and two they can', async (t) => {
    const { call } = await testClient(t, { dialect });
    const { status, headers } = await call('POST /cookie/login', { json });
    assert.equal(status, 200);
    const shapes = headers.getSetCookie().map((header) => header.replace(/=[^;]+;/, '=…;'));
    assert.deepEqual(shapes, [
      'access_token_cookie=…; Path=/; HttpOnly',
      'csrf_access_token=…; Path=/',
      'refresh_token_cookie=…; Path=/; HttpOnly',
      'csrf_refresh_token=…; Path=/',
    ]);
  });

  it('reads the cookie without a CSRF token on GET', async (t) => {
    const client = await testClient(t, { dialect });
    const cookies = await signIn(client);
    const { status, json: body } = await client.call('GET /cookie/protected', request(cookies));
    assert.equal(status, 200);
    assert.deepEqual(body, { logged_in_as: 'ada' });
    assert.equal((await client.call('GET /__mock/protected', request(cookies))).status, 200);
    const none = await client.call('GET /cookie/protected');
    assert.equal(none.status, 401);
    assert.deepEqual(none.json, { msg: 'Missing cookie "access_token_cookie"' });
  });

  it('wants the right CSRF token on unsafe methods', async (t) => {
    const client = await testClient(t, { dialect });
    const cookies = await signIn(client);
    const { csrf_access_token: access, csrf_refresh_token: refresh } = cookies;
    const mismatch = 'CSRF double submit tokens do not match';
    const rows: [line: string, csrf: string | undefined, status: number, msg?: string][] = [
      ['POST /cookie/protected', undefined, 401, 'Missing CSRF token'],
      ['POST /cookie/protected', 'x', 401, mismatch],
      ['POST /cookie/protected', refresh, 401, mismatch],
      ['POST /cookie/protected', access, 200],
      ['POST /cookie/refresh', undefined, 401, 'Missing CSRF token'],
      ['POST /cookie/refresh', access, 401, mismatch],
      ['POST /cookie/refresh', refresh, 200, 'token refreshed'],
      ['DELETE /cookie/logout', undefined, 401, 'Missing CSRF token'],
    ];
    for (const [line, csrf, status, msg] of rows) {
      const answer = await client.call(line, request(cookies, csrf));
      assert.equal(answer.status, status, line);
      assert.equal(answer.json?.['msg'], msg);
    }
  });

  it('refreshes the access cookie and its CSRF token only', async (t) => {
    const client = await testClient(t, { dialect });
    const cookies = await signIn(client);
    const answer = await client.call(
      'POST /cookie/refresh',
      request(cookies, cookies['csrf_refresh_token']),
    );
    const renewed = cookiesOf(answer);
    assert.deepEqual(Object.keys(renewed), ['access_token_cookie', 'csrf_access_token']);
    assert.equal((await client.call('GET /cookie/protected', request(renewed))).status, 200);
  });

  for (const method of ['DELETE', 'POST']) {
    it(`unsets every cookie on ${method} /cookie/logout and revokes the token`, async (t) => {
      const client = await testClient(t, { dialect });
      const cookies = await signIn(client);
      const sent = request(cookies, cookies['csrf_access_token']);
      const answer = await client.call(`${method} /cookie/logout`, sent);
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.getSetCookie().length, 4);
      for (const header of answer.headers.getSetCookie()) {
        assert.match(header, /^\w+=;.*Expires=Thu, 01 Jan 1970/);
      }
      const later = await client.call('GET /cookie/protected', request(cookies));
      assert.deepEqual(later.json, { msg: 'Token has been revoked' });
    });
  }
});
