import { firstValueFrom } from 'rxjs';
import { errorOf } from '../../test-support/mock-app';
import { provideAuthAt, RealAccount } from './real-account';

/**
 * Specs of what the links of mails and the signed-in user do with passwords and addresses, as far as
 * the preset has it.
 * @param newAddress Gives an address that no account has.
 */
export function itKeepsPasswords(account: RealAccount, newAddress: () => string): void {
  const { ada, backend } = account;
  const { endpoints } = backend;
  const start = () => provideAuthAt(account);

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
      expect([bad.code, bad.message]).toEqual(['rejected', jasmine.stringContaining('no longer')]);
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
}

/** The token in the last mail to the address. */
async function mailedToken({ proxied }: RealAccount, address: string): Promise<string> {
  const response = await fetch(`${proxied}/outbox/${encodeURIComponent(address)}`);
  const mails = (await response.json()) as readonly { readonly token: string }[];
  return mails.at(-1)!.token;
}
