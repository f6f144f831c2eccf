import { encode, encodeBytes, jwt } from '../../../test-support/jwt';
import { FakeBackend } from '../../../test-support/fake-backend';
import { setUpFakeHttp, startFakeHttp, BASE_URL } from '../../../test-support/set-up';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { provideAuth } from '../../config/provide-auth';

const HEADER = encode({ alg: 'HS256' });
const LATIN = encodeBytes([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]);

const REASONS: readonly [what: string, token: unknown, said: RegExp][] = [
  ['an ISO date as exp', jwt({ exp: '2030-01-01T00:00:00Z' }), /"exp" is a string/],
  ['null as exp', jwt({ exp: null }), /"exp" is null/],
  ['padded base64', `${HEADER}.${encode({ a: 1 })}=.c2ln`, /padding/],
  ['a payload in Latin-1', `${HEADER}.${LATIN}.c2ln`, /Latin-1/],
  ['another scheme before it', 'Token abc', /not the headerPrefix/],
  ['JSON text', '"abc"', /JSON text/],
  ['an unsigned JWT', jwt({}, { alg: 'none' }), /not signed/],
  ['the word undefined', 'undefined', /a word/],
];

describe('a token that does not count', () => {
  let warn: jasmine.Spy;
  const said = () => warn.calls.allArgs().flat().join('\n');

  beforeEach(() => {
    warn = spyOn(console, 'warn');
    localStorage.clear();
  });

  for (const [what, token, why] of REASONS) {
    it(`is explained once in an answer: ${what}`, async () => {
      const app = new FakeBackend({
        ...flaskJwtAuth,
        readTokens: () => ({ accessToken: token as string }),
      });
      for (let i = 0; i < 2; i++) {
        const outcome = await app.run(app.auth.login({}), { body: {} });
        expect(outcome).toEqual(jasmine.objectContaining({ code: 'invalid_response' }));
      }
      expect(warn).toHaveBeenCalledTimes(1);
      expect(said()).toMatch(why);
      expect(said()).not.toContain(String(token));
    });

    it(`is explained in storage, and removed: ${what}`, () => {
      localStorage.setItem('token', token as string);
      startFakeHttp(provideAuth({ baseUrl: BASE_URL }));
      expect(localStorage.length).toBe(0);
      expect(said()).toMatch(why);
      expect(said()).toContain('the stored session was removed');
    });

    it(`is explained when the app gives it: ${what}`, () => {
      expect(setUpFakeHttp().setToken(token as string)).toBeFalse();
      expect(said()).toMatch(why);
    });
  }

  it('is explained as missing if the answer has none', async () => {
    const app = new FakeBackend(flaskJwtAuth);
    await app.run(app.auth.login({}), { body: {} });
    expect(said()).toContain('readTokens of the backend found no token');
  });

  it('is explained as expired', () => {
    expect(setUpFakeHttp().setToken(jwt({ exp: 1 }))).toBeFalse();
    expect(said()).toContain('has expired already');
  });
});

describe('the scheme before a token', () => {
  for (const [prefix, given] of [
    [undefined, 'Bearer abc'],
    [undefined, 'bEARER  abc'],
    ['JWT', 'jwt abc'],
  ] as const) {
    it(`is cut off if it is the headerPrefix: ${given}`, async () => {
      const app = new FakeBackend({
        ...flaskJwtAuth,
        headerPrefix: prefix,
        readTokens: () => ({ accessToken: given, refreshToken: given }),
      });
      await app.run(app.auth.login({}), { body: {} });
      expect(app.auth.token()).toBe('abc');
      expect(app.auth.setToken(`${given}d`)).toBeTrue();
      expect(app.auth.token()).toBe('abcd');
    });
  }

  it('is cut off from what earlier code has stored', () => {
    localStorage.clear();
    localStorage.setItem('token', 'Bearer abc');
    expect(startFakeHttp(provideAuth({ baseUrl: BASE_URL })).token()).toBe('abc');
  });
});
