import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { ada, testClient } from '../testing/test-client.ts';

const headers = { origin: 'http://app.example' };

describe('faults', () => {
  it('answers 500 to everything during an outage, and control still works', async (t) => {
    const { call } = await testClient(t, { outage: 'error' });
    for (const line of ['GET /auth/status', 'POST /auth/login', 'GET /__mock/protected']) {
      const answer = await call(line, { headers });
      assert.equal(answer.status, 500);
      // A crash of this dialect has no CORS headers: a browser sees status 0.
      assert.equal(answer.headers.get('access-control-allow-origin'), null);
    }
    await call('PATCH /__mock/options', { json: { outage: false } });
    assert.equal((await call('POST /auth/login', { json: ada })).status, 200);
  });

  it('drops connections, preflights too, while the network is out', async (t) => {
    const { call } = await testClient(t, { outage: 'network' });
    for (const line of ['GET /auth/status', 'OPTIONS /auth/status', 'POST /auth/login']) {
      await assert.rejects(call(line), { message: 'fetch failed' });
    }
    await call('PATCH /__mock/options', { json: { outage: false } });
    assert.equal((await call('GET /auth/status')).status, 401);
  });

  it('fails the endpoints it is told to and no other', async (t) => {
    const { call } = await testClient(t, { failing: ['login'] });
    assert.equal((await call('POST /auth/login', { json: ada })).status, 500);
    assert.equal((await call('OPTIONS /auth/login')).status, 200);
    assert.equal((await call('GET /auth/status')).status, 401);
  });

  it('holds answers back', async (t) => {
    const { call } = await testClient(t, { latency: 80 });
    const start = performance.now();
    await call('GET /auth/status');
    assert.ok(performance.now() - start >= 79);
  });

  it('holds the answer of one endpoint back after it has acted', async (t) => {
    const { call } = await testClient(t, {
      dialect: 'refresh-token',
      lateAnswers: { logout: 80 },
    });
    const { json } = await call('POST /auth/login', { json: ada });
    const headers = { authorization: `Bearer ${String(json?.['access_token'])}` };
    assert.equal((await call('GET /auth/status', { headers })).status, 200);

    const start = performance.now();
    const leaving = call('POST /auth/logout', { headers });
    while ((await call('GET /auth/status', { headers })).status === 200);
    assert.ok(performance.now() - start < 79);
    assert.equal((await leaving).status, 200);
    assert.ok(performance.now() - start >= 79);
  });

  it('limits the logins, whether they succeed or not', async (t) => {
    const { call } = await testClient(t, { rateLimit: 2 });
    const login = (password = ada.password) =>
      call('POST /auth/login', { json: { ...ada, password }, headers });
    assert.equal((await login('wrong')).status, 404);
    assert.equal((await login()).status, 200);
    const limited = await login();
    assert.equal(limited.status, 429);
    const wait = Number(limited.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 60);
    assert.equal(limited.headers.get('access-control-expose-headers'), 'Retry-After');
    assert.equal((await call('GET /auth/status')).status, 401);
    await call('PATCH /__mock/options', { json: { clockOffset: 61 } });
    assert.equal((await login()).status, 200);
  });
});
