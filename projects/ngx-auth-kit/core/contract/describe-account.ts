import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
import { itKeepsPasswords } from './it-keeps-passwords';
import { provideAuthAt, RealAccount } from './real-account';

let serial = 0;

/** What every real server does with an account, by its preset. */
export function describeAccount(name: string, account: RealAccount): void {
  const { backend, ada, adaUser } = account;
  const { endpoints, identifier = 'email' } = backend;
  const isCookie = backend.session === 'cookie';
  const start = () => provideAuthAt(account);
  const newAddress = () => `user-${Date.now()}-${++serial}@example.com`;

  describe(name, () => {
    beforeEach(async () => {
      localStorage.clear();
      // Cookies outlive a spec.
      if (isCookie) await firstValueFrom(start().logout());
    });

    if (endpoints.register) {
      it('registers and signs in', async () => {
        const auth = start();
        const details = { [identifier]: newAddress(), password: ada.password };
        const { authenticated } = await firstValueFrom(auth.register(details));
        expect(authenticated).toBeTrue();
        const user = await firstValueFrom(auth.checkStatus());
        expect(user?.[identifier]).toBe(details[identifier]);
      });

      it('does not register anybody twice, nor sign them in', async () => {
        const auth = start();
        const error = await errorOf(auth.register(ada));
        expect([error.code, Object.keys(error.fields)]).toEqual(['validation', [identifier]]);
        expect(auth.isAuthenticated()).toBeFalse();
      });

      it('says at the field that a password is too short', async () => {
        const details = { [identifier]: newAddress(), password: 'a' };
        const error = await errorOf(start().register(details));
        expect([error.code, Object.keys(error.fields)]).toEqual(['validation', ['password']]);
      });
    }

    it('signs in and says who it is', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      expect(auth.token() === null).toBe(isCookie);
      expect(await firstValueFrom(auth.checkStatus())).toEqual(jasmine.objectContaining(adaUser));
      expect(JSON.stringify(auth.user())).not.toContain(auth.token() ?? '"token"');
    });

    for (const wrong of [{ password: 'wrong password' }, { [identifier]: 'nobody@example.com' }]) {
      it(`refuses a wrong ${Object.keys(wrong)[0]} with the neutral message`, async () => {
        const auth = start();
        const error = await errorOf(auth.login({ ...ada, ...wrong }));
        expect(error.code).toBe('invalid_credentials');
        expect(error.message).toBe('The sign-in details are not correct.');
        expect(auth.isAuthenticated()).toBeFalse();
      });
    }

    it(`ends in ${account.missingField} without a password`, async () => {
      const error = await errorOf(start().login({ [identifier]: ada[identifier] }));
      expect(error.code).toBe(account.missingField);
      const fields = account.missingField === 'validation' ? ['password'] : [];
      expect(Object.keys(error.fields)).toEqual(fields);
    });

    it('answers a protected call of the app, and keeps the session over a reload', async () => {
      await firstValueFrom(start().login(ada));
      const reloaded = start();
      const url = account.baseUrl + endpoints.status!.path;
      expect(await firstValueFrom(TestBed.inject(HttpClient).get(url))).toBeTruthy();
      await firstValueFrom(reloaded.checkStatus());
      expect(reloaded.isAuthenticated()).toBeTrue();
    });

    if (!isCookie) {
      it('ends the session for a token that the server does not know', async () => {
        const auth = start();
        auth.setToken('not-a-token-of-this-server');
        expect((await errorOf(auth.checkStatus())).code).toBe('session_expired');
        expect(auth.status()).toBe('anonymous');
      });
    }

    it('signs out', async () => {
      const auth = start();
      await firstValueFrom(auth.login(ada));
      const token = auth.token();
      await firstValueFrom(auth.logout());
      expect(auth.status()).toBe('anonymous');
      if (account.revokes && token) {
        auth.setToken(token);
        expect((await errorOf(auth.checkStatus())).code).toBe('session_expired');
      }
      expect(await firstValueFrom(start().checkStatus())).toBeNull();
    });

    itKeepsPasswords(account, newAddress);
  });
}
