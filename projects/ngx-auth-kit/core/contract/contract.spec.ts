import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { SignJWT } from 'jose';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthBackend } from '../backends/auth-backend';
import { refusesToken } from '../backends/refuses-token';
import { AuthError } from '../errors/auth-error';
import { skipAuth } from '../http/skip-auth';
import { AuthService } from '../session/auth-service';
import { secondsFromNow } from '../../test-support/jwt';
import { MockBackend } from '../../test-support/mock-backend';
import { authProviders } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { ContractServer, SERVERS } from './contract-servers';
import { SERVER_SECRET } from './real-server';

const PASSWORD = 'correct horse battery';
let serial = 0;

for (const server of SERVERS) {
  const { dialect, baseUrl } = server;
  const { backend } = dialect;
  const identifier = backend.identifier ?? 'email';
  const ada = { [identifier]: dialect.ada, password: PASSWORD };
  const isCookie = backend.session === 'cookie';
  const statusUrl = baseUrl + backend.endpoints.status!.path;

  const start = (overrides: Partial<AuthBackend> = {}): AuthService => {
    TestBed.resetTestingModule();
    const config = { baseUrl, backend: { ...backend, ...overrides } };
    TestBed.configureTestingModule({ providers: authProviders(config) });
    return TestBed.inject(AuthService);
  };
  const http = () => TestBed.inject(HttpClient);
  const newUser = () => ({
    [identifier]: `user-${Date.now()}-${++serial}@example.com`,
    password: PASSWORD,
  });
  /** Server 1 has one token a user and second, so whoever logs out must be somebody new. */
  const signInAsSomebody = async (auth: AuthService) => {
    const user = backend.endpoints.register ? newUser() : ada;
    if (backend.endpoints.register) await firstValueFrom(auth.register(user));
    if (!auth.isAuthenticated()) await firstValueFrom(auth.login(user));
  };

  describe(`${dialect.name} (${server.kind})`, () => {
    beforeEach(async () => {
      localStorage.clear();
      if (server.kind === 'mock') await new MockBackend(dialect.name).reset();
      // Cookies outlive a spec.
      if (isCookie) await fetch(`${server.proxied}/api/logout`);
    });

    if (backend.endpoints.register) {
      it('registers', async () => {
        const auth = start();
        const user = newUser();
        const { authenticated } = await firstValueFrom(auth.register(user));
        expect(authenticated).toBe(dialect.registrationSignsIn!);
        expect(auth.isAuthenticated()).toBe(authenticated);
        await firstValueFrom(auth.login(user));
        expect(auth.isAuthenticated()).toBeTrue();
      });

      it('does not register anybody twice, nor sign them in', async () => {
        const auth = start();
        const error = await errorOf(auth.register(ada));
        expect([error.code, error.message]).toEqual(['rejected', dialect.duplicateMessage!]);
        expect(auth.isAuthenticated()).toBeFalse();
      });
    }

    it('signs in', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      expect(auth.status()).toBe('authenticated');
      expect(auth.token() === null).toBe(isCookie);
    });

    const refused = {
      'a wrong password': { ...ada, password: 'wrong' },
      'an unknown user': { ...ada, [identifier]: 'nobody@example.com' },
    };
    for (const [what, credentials] of Object.entries(refused)) {
      it(`refuses ${what} with the neutral message`, async () => {
        const auth = start();
        const error = await errorOf(auth.login(credentials));
        expect(error.code).toBe('invalid_credentials');
        expect(error.message).toBe('The sign-in details are not correct.');
        expect(auth.isAuthenticated()).toBeFalse();
      });
    }

    it(`ends in ${dialect.missingField} when a field is missing`, async () => {
      const error = await errorOf(start().login({ [identifier]: dialect.ada }));
      expect(error.code).toBe(dialect.missingField);
    });

    it('says who is signed in', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      const user = await firstValueFrom(auth.checkStatus());
      if (dialect.adaUser === null) expect(user).toBeNull();
      else expect(user).toEqual(dialect.adaUser as typeof user);
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('answers a protected call of the app', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      expect(await firstValueFrom(http().get(statusUrl))).toBeTruthy();
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('keeps the session over a reload', async () => {
      await firstValueFrom(start().login(ada));
      const reloaded = start();
      expect(reloaded.status()).toBe(isCookie ? 'pending' : 'authenticated');
      await firstValueFrom(reloaded.checkStatus());
      expect(reloaded.isAuthenticated()).toBeTrue();
    });

    if (dialect.adaClaims) {
      it('ends the session when the backend calls the token expired', async () => {
        localStorage.setItem('token', await expiredToken(server, ada));
        // The client's clock goes wrong, so that only the backend knows.
        const yesterday = Date.now() - 86_400_000;
        spyOn(Date, 'now').and.returnValue(yesterday);
        const auth = start();
        expect(auth.isAuthenticated()).toBeTrue();
        expect((await errorOf(auth.checkStatus())).code).toBe('session_expired');
        expect(auth.status()).toBe('anonymous');
        expect(localStorage.getItem('token')).toBeNull();
      });
    }

    if (dialect.revokes) {
      it('ends the session when the backend calls the token revoked', async () => {
        const auth = start();
        await signInAsSomebody(auth);
        const token = auth.token()!;
        await firstValueFrom(auth.logout());
        expect(auth.setToken(token)).toBeTrue();
        const error = await errorOf(http().get(statusUrl), HttpErrorResponse);
        expect(error.status).toBe(401);
        expect(auth.status()).toBe('anonymous');
      });
    }

    if (dialect.malformedHeader) {
      it('keeps the session when a header of the app’s own is malformed', async () => {
        const auth = start();
        await firstValueFrom(auth.login(ada));
        const headers = { Authorization: 'malformed' };
        const error = await errorOf(http().get(statusUrl, { headers }), HttpErrorResponse);
        // Server 1 and 4 answer it with CORS headers, so the status shows.
        expect(error.status).toBe(dialect.malformedHeader!);
        expect(auth.isAuthenticated()).toBeTrue();
      });

      it('refuses a token that it did not sign', async () => {
        const auth = start();
        auth.setToken(await forgedToken(dialect.adaClaims!));
        const error = await errorOf(http().get(statusUrl), HttpErrorResponse);
        expect(refusesToken(error, backend)).toBeTrue();
        expect(auth.status()).toBe('anonymous');
      });
    }

    it('signs out', async () => {
      const auth = start();
      await signInAsSomebody(auth);
      await firstValueFrom(auth.logout());
      expect(auth.status()).toBe('anonymous');
      const reloaded = start();
      expect(await firstValueFrom(reloaded.checkStatus())).toBeNull();
      await until(() => reloaded.status() === 'anonymous');
    });

    it('signs out here when the logout of the backend fails', async () => {
      spyOn(console, 'warn');
      const logout = { path: '/nowhere' };
      const auth = start({ endpoints: { ...backend.endpoints, logout } });
      await firstValueFrom(auth.login(ada));
      await firstValueFrom(auth.logout());
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.getItem('token')).toBeNull();
      expect(localStorage.getItem('token.details') ?? 'null').toMatch(
        /^(null|{"signedOut":"\w+"})$/,
      );
      expect(console.warn).toHaveBeenCalledTimes(1);
    });

    it('keeps the session at an unknown route', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      const context = skipAuth();
      const error = await errorOf(http().get(`${baseUrl}/nowhere`, { context }), HttpErrorResponse);
      expect(error.status).toBe(404);
      const again = await errorOf(http().get(`${server.proxied}/nowhere`), HttpErrorResponse);
      expect(again.status).toBe(404);
      expect(auth.isAuthenticated()).toBeTrue();
    });
  });
}

async function errorOf<E = AuthError>(
  answer: Observable<unknown>,
  type: new (...args: never[]) => E = AuthError as never,
): Promise<E> {
  const outcome: unknown = await firstValueFrom(answer).catch((error: unknown) => error);
  if (!(outcome instanceof type)) throw new Error(`no ${type.name} but ${JSON.stringify(outcome)}`);
  return outcome;
}

async function forgedToken(claims: object, secret = 'not the secret of any server', ttl = 3_600) {
  const now = secondsFromNow(0);
  return new SignJWT({ iat: now - 7_200, nbf: now - 7_200, exp: now + ttl, ...claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .sign(new TextEncoder().encode(secret));
}

/** A token of Ada's that the server itself signed, or would have, an hour and a minute ago. */
async function expiredToken({ kind, dialect, proxied }: ContractServer, credentials: object) {
  if (kind === 'Flask') return forgedToken(dialect.adaClaims!, SERVER_SECRET, -60);
  const mock = new MockBackend(dialect.name);
  await mock.set({ tokenLifetime: -60 });
  const response = await fetch(proxied + dialect.path + dialect.backend.endpoints.login.path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const body = (await response.json()) as Record<string, string>;
  return (body['auth_token'] ?? body['access_token'] ?? body['token'])!;
}
