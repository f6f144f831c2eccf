import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createMockBackend } from './mock-backend.ts';
import type { MockBackend } from './mock-backend.ts';
import { dialectNames } from './mock-options.ts';
import { MemoryUserStore } from './users/memory-user-store.ts';

const ada = { email: 'ada@example.com', password: 'correct horse battery' };

function post(backend: MockBackend, path: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  return backend.fetch(new Request(`http://mock${path}`, request));
}

const get = (backend: MockBackend, path: string) =>
  backend.fetch(new Request(`http://mock${path}`));

describe('createMockBackend', () => {
  it('answers in the page, without a server', async () => {
    const response = await post(createMockBackend(), '/auth/login', ada);
    assert.equal(response.status, 200);
  });

  it('speaks flask-jwt-auth at the root and every dialect under its name', async () => {
    const backend = createMockBackend();
    const logins: Record<(typeof dialectNames)[number], string> = {
      'flask-jwt-auth': '/auth/login',
      'flask-session': '/api/login',
      'flask-jwt-extended': '/login',
      'flask-jwt': '/auth',
      'flask-restful': '/api/login',
      'refresh-token': '/auth/login',
    };
    const byName = { username: 'ada', password: ada.password };
    for (const dialect of dialectNames) {
      const body = ['flask-jwt-extended', 'flask-jwt'].includes(dialect) ? byName : ada;
      const response = await post(backend, `/${dialect}${logins[dialect]}`, body);
      assert.equal(response.status, 200, dialect);
    }
  });

  it('keeps users, options and logs of the dialects apart', async () => {
    const backend = createMockBackend();
    await post(backend, '/auth/register', { email: 'new', password: 'x' });
    const elsewhere = await post(backend, '/flask-jwt-auth/auth/login', {
      email: 'new',
      password: 'x',
    });
    assert.equal(elsewhere.status, 404);
    backend.options.outage = 'error';
    assert.equal((await get(backend, '/auth/status')).status, 500);
    assert.equal((await get(backend, '/flask-jwt-auth/auth/status')).status, 401);
    const log = (await (await get(backend, '/flask-jwt-auth/__mock/requests')).json()) as unknown[];
    assert.equal(log.length, 2);
  });

  it('changes while it runs and resets as a whole', async () => {
    const backend = createMockBackend({ dialect: 'flask-restful', tokenLifetime: 30 });
    backend.options.dialect = 'flask-session';
    backend.options.failing.push('login');
    assert.equal((await get(backend, '/api/status')).status, 200);
    await post(backend, '/flask-session/api/register', { email: 'new', password: 'x' });
    backend.reset();
    assert.equal(backend.options.dialect, 'flask-restful');
    assert.deepEqual(backend.options.failing, []);
    const login = await post(backend, '/flask-session/api/login', { email: 'new', password: 'x' });
    assert.deepEqual(await login.json(), { result: false });
  });

  it('rejects while the network is out', async () => {
    const backend = createMockBackend({ outage: 'network' });
    await assert.rejects(get(backend, '/auth/status'), { name: 'ConnectionDropped' });
    await assert.rejects(get(backend, '/flask-jwt/protected'), { name: 'ConnectionDropped' });
    assert.equal((await get(backend, '/__mock/options')).status, 200);
  });

  it('takes users from elsewhere', async () => {
    const users = new MemoryUserStore();
    await post(createMockBackend({ users }), '/auth/register', { email: 'new', password: 'x' });
    assert.ok(users.findByEmail('new'));
  });

  it('ignores options left undefined and refuses unknown ones', () => {
    assert.equal(createMockBackend({ latency: undefined }).options.latency, 0);
    assert.throws(() => createMockBackend({ speed: 1 } as object), /Unknown option "speed"/);
  });
});
