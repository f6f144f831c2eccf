import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
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

    if (endpoints.resetPassword) {
      it('sets a new password with the token of a mail, once', async () => {
        const auth = start();
        const email = newAddress();
        await firstValueFrom(auth.register({ email, password: ada.password }));
        await firstValueFrom(auth.logout());
        await firstValueFrom(auth.forgotPassword({ email }));
        const token = await mailedToken(account, email);
        const password = 'a new password';
        await firstValueFrom(auth.resetPassword({ token, password }));
        expect((await errorOf(auth.login({ email, password: ada.password }))).code).toBe(
          'invalid_credentials',
        );
        await firstValueFrom(auth.login({ email, password }));
        expect(auth.isAuthenticated()).toBeTrue();
        const again = await errorOf(auth.resetPassword({ token, password }));
        expect(again.code).toBe('rejected');
        expect(again.message).toContain('no longer valid');
      });
    }

    if (endpoints.verifyEmail) {
      it('verifies an address with the token of a mail', async () => {
        const auth = start();
        const email = newAddress();
        await firstValueFrom(auth.register({ email, password: ada.password }));
        const token = await mailedToken(account, email);
        await firstValueFrom(auth.verifyEmail({ token }));
        expect(await firstValueFrom(auth.checkStatus())).toEqual(
          jasmine.objectContaining({ email, emailVerified: true }),
        );
        const bad = await errorOf(auth.verifyEmail({ token: `${token}x` }));
        expect([bad.code, bad.message]).toEqual([
          'rejected',
          jasmine.stringContaining('no longer'),
        ]);
      });
    }

    if (endpoints.changePassword) {
      it('changes the password of the signed-in user, and keeps the session', async () => {
        const auth = start();
        const email = newAddress();
        await firstValueFrom(auth.register({ email, password: ada.password }));
        const newPassword = 'a new password';
        const wrong = { currentPassword: 'wrong password', newPassword };
        const error = await errorOf(auth.changePassword(wrong));
        expect(error.code).toBe(account.wrongPassword!);
        expect('currentPassword' in error.fields).toBe(error.code === 'validation');
        await firstValueFrom(auth.changePassword({ currentPassword: ada.password, newPassword }));
        await firstValueFrom(auth.checkStatus());
        expect(auth.isAuthenticated()).toBeTrue();
        await firstValueFrom(auth.logout());
        await firstValueFrom(auth.login({ email, password: newPassword }));
        expect(auth.isAuthenticated()).toBeTrue();
      });
    }
  });
}

/** The token in the last mail to the address. */
async function mailedToken({ proxied }: RealAccount, address: string): Promise<string> {
  const response = await fetch(`${proxied}/outbox/${encodeURIComponent(address)}`);
  const mails = (await response.json()) as readonly { readonly token: string }[];
  return mails.at(-1)!.token;
}
