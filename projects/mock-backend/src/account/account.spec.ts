import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestContext } from 'node:test';

import type { DialectName } from '../mock-options.ts';
import { ada, testClient, totp } from '../testing/test-client.ts';
import type { TestClient } from '../testing/test-client.ts';
import type { Mail } from './outbox.ts';

const awkward = [
  'a'.repeat(10_000),
  '🦊🏳️‍🌈',
  'e\u0301 is not é',
  'שלום مرحبا',
  ' \t leading and trailing \u00a0 ',
  '"quoted" \\ <b>&amp;</b>',
];

async function mails({ call }: TestClient): Promise<Mail[]> {
  return JSON.parse((await call('GET /__mock/outbox')).text) as Mail[];
}

async function mailedToken(client: TestClient): Promise<string> {
  const mail = (await mails(client)).at(-1);
  return new URL(String(mail?.link), 'http://app.example').searchParams.get('token') ?? '';
}

async function askForReset(client: TestClient, email: string = ada.email): Promise<string> {
  const answer = await client.call('POST /auth/forgot-password', { json: { email } });
  assert.equal(answer.status, 200);
  return mailedToken(client);
}

const reset = ({ call }: TestClient, token: string, password: string) =>
  call('POST /auth/reset-password', { json: { token, password } });

const login = ({ call }: TestClient, json: object) => call('POST /auth/login', { json });

for (const dialect of ['flask-jwt-auth', 'refresh-token'] satisfies DialectName[]) {
  const start = (t: TestContext) => testClient(t, { dialect });
  const refused = dialect === 'flask-jwt-auth' ? 404 : 401;

  async function signedIn(client: TestClient, account: object = ada) {
    const { json } = await login(client, account);
    const token = json?.['auth_token'] ?? json?.['access_token'];
    return { headers: { authorization: `Bearer ${String(token)}` } };
  }

  describe(`accounts in ${dialect}`, () => {
    it('says the same of every address, and mails those it knows', async (t) => {
      const client = await start(t);
      const known = await client.call('POST /auth/forgot-password', {
        json: { email: ada.email },
        headers: { origin: 'http://app.example' },
      });
      const unknown = await client.call('POST /auth/forgot-password', { json: { email: 'x' } });
      assert.deepEqual([known.status, known.text], [unknown.status, unknown.text]);
      const [mail, ...others] = await mails(client);
      assert.equal(mail?.to, ada.email);
      assert.match(
        String(mail?.link),
        /^http:\/\/app\.example\/reset-password\?token=[0-9a-f]{32}$/,
      );
      assert.ok(mail?.text.includes(String(mail.link)));
      assert.deepEqual(others, []);
    });

    it('resets a password once, and ends the sessions of before', async (t) => {
      const client = await start(t);
      const session = await signedIn(client);
      const token = await askForReset(client);
      assert.equal((await reset(client, token, '')).status, 400);
      assert.equal((await reset(client, token, 'a new one')).status, 200);
      assert.equal((await client.call('GET /auth/status', session)).status, 401);
      assert.equal((await login(client, ada)).status, refused);
      assert.equal((await login(client, { ...ada, password: 'a new one' })).status, 200);
      assert.equal((await reset(client, token, 'another')).status, 400);
    });

    it('refuses tokens that are expired, replaced, made up or for something else', async (t) => {
      const client = await start(t);
      const replaced = await askForReset(client);
      const expired = await askForReset(client);
      await client.call('POST /auth/register', { json: { email: 'new', password: 'x' } });
      const verification = await mailedToken(client);
      client.backend.options.clockOffset = 3_600;
      for (const token of [replaced, expired, verification, 'made up', '']) {
        const { status, json } = await reset(client, token, 'a new one');
        assert.equal(status, 400);
        assert.match(String(json?.['message']), /no longer valid/);
      }
    });

    for (const password of awkward) {
      it(`keeps ${JSON.stringify(password.slice(0, 24))} byte for byte`, async (t) => {
        const client = await start(t);
        await reset(client, await askForReset(client), password);
        assert.equal((await login(client, { ...ada, password })).status, 200);
        const other = password.normalize('NFC').trim();
        if (other !== password) {
          assert.equal((await login(client, { ...ada, password: other })).status, refused);
        }
      });
    }

    it('verifies an address once, with the token mailed at registration', async (t) => {
      const client = await start(t);
      await client.call('POST /auth/register', { json: { email: 'new@x.example', password: 'x' } });
      const json = { token: await mailedToken(client) };
      assert.equal((await client.call('GET /__mock/verified')).text, '[]');
      assert.equal((await client.call('POST /auth/verify-email', { json })).status, 200);
      assert.equal((await client.call('GET /__mock/verified')).text, '["new@x.example"]');
      assert.equal((await client.call('POST /auth/verify-email', { json })).status, 400);
    });

    it('changes the password of whoever knows the current one', async (t) => {
      const client = await start(t);
      const session = await signedIn(client);
      const change = (json: object, call: object = session) =>
        client.call('POST /auth/change-password', { ...call, json });
      const details = { currentPassword: ada.password, newPassword: 'a new one' };
      assert.equal((await change(details, {})).status, 401);
      assert.equal((await change({ ...details, currentPassword: 'x' })).status, 403);
      assert.equal((await change({ newPassword: 'x' })).status, 403);
      assert.equal((await change({ ...details, newPassword: '' })).status, 400);
      assert.equal((await login(client, ada)).status, 200);
      assert.equal((await change(details)).status, 200);
      assert.equal((await client.call('GET /auth/status', session)).status, 200);
      assert.equal((await login(client, { ...ada, password: 'a new one' })).status, 200);
    });

    it('asks whoever has a second factor for the mailed code', async (t) => {
      const client = await start(t);
      const due = await login(client, totp);
      assert.equal(due.status, dialect === 'flask-jwt-auth' ? 200 : 401);
      assert.ok(!due.text.includes('_token'));
      const mail = (await mails(client)).at(-1);
      assert.equal(mail?.to, totp.email);
      assert.match(String(mail?.code), /^\d{6}$/);
      const json = { challenge: due.json?.['challenge'], code: mail?.code };
      const done = await client.call('POST /auth/second-factor', { json });
      assert.equal(done.status, 200);
      const token = done.json?.['auth_token'] ?? done.json?.['access_token'];
      const headers = { authorization: `Bearer ${String(token)}` };
      assert.equal((await client.call('GET /auth/status', { headers })).status, 200);
      assert.equal((await client.call('POST /auth/second-factor', { json })).status, 410);
    });

    it('lets a challenge go after five wrong codes, or five minutes', async (t) => {
      const client = await start(t);
      const answer = async (challenge: unknown, code: unknown) => {
        const json = { challenge, code };
        return (await client.call('POST /auth/second-factor', { json })).status;
      };
      const first = (await login(client, totp)).json?.['challenge'];
      const code = (await mails(client)).at(-1)?.code;
      for (const wrong of ['', null, 12, `${code} `, []]) {
        assert.equal(await answer(first, wrong), 401);
      }
      assert.equal(await answer(first, code), 410);
      const second = (await login(client, totp)).json?.['challenge'];
      client.backend.options.clockOffset = 300;
      assert.equal(await answer(second, (await mails(client)).at(-1)?.code), 410);
      assert.equal(await answer({}, code), 410);
    });

    it('signs in by a mailed code alone, the last one that was mailed', async (t) => {
      const client = await start(t);
      const post = (path: string, json: object) => client.call(`POST /auth/${path}`, { json });
      const due = await post('code-login', { email: ada.email });
      assert.equal(due.status, 200);
      const challenge = due.json?.['challenge'];
      const first = (await mails(client)).at(-1)?.code;
      assert.equal((await post('resend-code', { challenge })).status, 200);
      const code = (await mails(client)).at(-1)?.code;
      if (first !== code) {
        assert.equal((await post('second-factor', { challenge, code: first })).status, 401);
      }
      assert.equal((await post('second-factor', { challenge, code })).status, 200);
      assert.equal((await post('resend-code', { challenge })).status, 410);
    });

    it('asks strangers for a code that nobody was sent', async (t) => {
      const client = await start(t);
      const json = { email: 'nobody@example.com' };
      const due = await client.call('POST /auth/code-login', { json });
      assert.equal(due.status, 200);
      const challenge = due.json?.['challenge'];
      assert.equal(typeof challenge, 'string');
      assert.deepEqual(await mails(client), []);
      const again = await client.call('POST /auth/resend-code', { json: { challenge } });
      assert.equal(again.status, 200);
      assert.deepEqual(await mails(client), []);
      assert.equal((await client.call('POST /auth/code-login', { json: {} })).status, 400);
    });

    it('forgets mails, tokens and challenges at a reset', async (t) => {
      const client = await start(t);
      const token = await askForReset(client);
      const challenge = (await login(client, totp)).json?.['challenge'];
      const code = (await mails(client)).at(-1)?.code;
      await client.call('POST /__mock/reset');
      assert.deepEqual(await mails(client), []);
      assert.equal((await reset(client, token, 'a new one')).status, 400);
      const json = { challenge, code };
      assert.equal((await client.call('POST /auth/second-factor', { json })).status, 410);
    });
  });
}

describe('accounts', () => {
  it('can be made to fail', async (t) => {
    const client = await testClient(t, { failing: ['forgotPassword'] });
    const answer = await client.call('POST /auth/forgot-password', { json: { email: ada.email } });
    assert.equal(answer.status, 500);
    await client.call('POST /__mock/next', { json: { endpoint: 'changePassword', status: 418 } });
    assert.equal((await client.call('POST /auth/change-password')).status, 418);
  });

  it('are there in no other dialect', async (t) => {
    const client = await testClient(t);
    for (const dialect of ['flask-session', 'flask-jwt', 'flask-jwt-extended', 'flask-restful']) {
      for (const prefix of ['', '/api', '/auth']) {
        const line = `POST /${dialect}${prefix}/forgot-password`;
        assert.equal((await client.call(line, { json: { email: ada.email } })).status, 404);
      }
    }
  });
});
