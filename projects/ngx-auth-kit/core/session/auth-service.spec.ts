import { firstValueFrom } from 'rxjs';
import { jwt, secondsFromNow } from '../../test-support/jwt';
import { errorOf, eventsOf, mock, setUpOnMock } from '../../test-support/mock-app';
import { ADA } from '../../test-support/mock-backend';

describe('AuthService against the mock backend', () => {
  beforeEach(async () => {
    localStorage.clear();
    await mock.reset();
  });

  describe('register', () => {
    const details = { email: 'new@example.com', password: 'a new password' };

    it('signs in where the backend does', async () => {
      const auth = setUpOnMock();
      const { user, authenticated } = await firstValueFrom(auth.register(details));
      expect(user?.['email']).toBe(details.email);
      expect(authenticated).toBeTrue();
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('never signs in on a duplicate, and says what the backend says', async () => {
      const auth = setUpOnMock();
      const error = await errorOf(auth.register(ADA));
      expect(error.code).toBe('rejected');
      expect(error.message).toBe('User already exists. Please Log in.');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
    });

    it('is not supported without an endpoint', async () => {
      const { flaskJwtAuth } = await import('../backends/flask-jwt-auth');
      const { login } = flaskJwtAuth.endpoints;
      const auth = setUpOnMock({ backend: { ...flaskJwtAuth, endpoints: { login } } });
      expect((await errorOf(auth.register(details))).code).toBe('not_supported');
    });
  });

  describe('checkStatus', () => {
    it('asks the backend for the user', async () => {
      const auth = setUpOnMock();
      await firstValueFrom(auth.login(ADA));
      const user = await firstValueFrom(auth.checkStatus());
      expect(user?.['email']).toBe(ADA.email);
      expect(auth.user()).toBe(user);
    });

    it('answers null without a session, and asks nobody', async () => {
      expect(await firstValueFrom(setUpOnMock().checkStatus())).toBeNull();
      expect(await mock.requests()).toEqual([]);
    });

    it('ends a session that the backend refuses', async () => {
      const auth = setUpOnMock();
      await firstValueFrom(auth.login(ADA));
      const events = eventsOf(auth);
      await mock.revoke();
      expect((await errorOf(auth.checkStatus())).code).toBe('session_expired');
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      expect(events).toEqual(['refused']);
    });

    for (const status of [403, 500, 503]) {
      it(`keeps the session when the backend answers ${status}`, async () => {
        const auth = setUpOnMock();
        await firstValueFrom(auth.login(ADA));
        await mock.answerNext({ endpoint: 'status', status, body: 'no' });
        await errorOf(auth.checkStatus());
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }

    it('keeps the session when the backend is gone', async () => {
      const auth = setUpOnMock();
      await firstValueFrom(auth.login(ADA));
      await mock.set({ outage: 'network' });
      expect((await errorOf(auth.checkStatus())).code).toBe('network');
      expect(auth.isAuthenticated()).toBeTrue();
      await mock.set({ outage: false });
    });
  });

  describe('logout', () => {
    it('ends the session at once, then tells the backend', async () => {
      const auth = setUpOnMock();
      await firstValueFrom(auth.login(ADA));
      const events = eventsOf(auth);
      const done = firstValueFrom(auth.logout());
      expect(auth.status()).toBe('anonymous');
      expect(localStorage.length).toBe(0);
      await done;
      const last = (await mock.requests()).at(-1)!;
      expect([last.method, last.authorization]).toEqual(['POST', true]);
      expect(last.path).toMatch(/\/logout$/);
      expect(events).toEqual(['logout']);
    });

    for (const outage of ['error', 'network']) {
      it(`completes when the backend fails (${outage})`, async () => {
        spyOn(console, 'warn');
        const auth = setUpOnMock();
        await firstValueFrom(auth.login(ADA));
        await mock.set({ outage });
        await expectAsync(firstValueFrom(auth.logout())).toBeResolved();
        expect(auth.status()).toBe('anonymous');
        expect(console.warn).toHaveBeenCalledTimes(1);
        await mock.set({ outage: false });
      });
    }

    it('tells the backend also when its subscriber leaves', async () => {
      const auth = setUpOnMock();
      await firstValueFrom(auth.login(ADA));
      const token = auth.token()!;
      const logout = auth.logout();
      logout.subscribe().unsubscribe();
      const revoked = async () =>
        (await fetch(`${mock.url}/auth/status`, { headers: { Authorization: `Bearer ${token}` } }))
          .status === 401;
      while (!(await revoked()));
      expect(await revoked()).toBeTrue();
    });
  });

  describe('setToken', () => {
    it('takes a token and begins a session', () => {
      const auth = setUpOnMock();
      expect(auth.setToken(jwt({ sub: 3 }))).toBeTrue();
      expect(auth.claims()).toEqual({ sub: 3 });
      expect(auth.expiresAt()).toBeNull();
    });

    it('takes an opaque token', () => {
      const auth = setUpOnMock();
      expect(auth.setToken('opaque')).toBeTrue();
      expect(auth.claims()).toBeNull();
      expect(auth.isAuthenticated()).toBeTrue();
    });

    for (const token of [
      '',
      'null',
      'a b',
      jwt({}, { alg: 'none' }),
      jwt({ exp: secondsFromNow(-1) }),
    ]) {
      it(`changes nothing for ${token.slice(0, 12) || 'an empty string'}`, () => {
        const auth = setUpOnMock();
        auth.setToken('kept');
        expect(auth.setToken(token)).toBeFalse();
        expect(auth.token()).toBe('kept');
        expect(localStorage.getItem('token')).toBe('kept');
      });
    }
  });
});
