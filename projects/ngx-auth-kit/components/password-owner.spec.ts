import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideAuthTesting } from 'ngx-auth-kit/testing';
import { accountBackend } from '../test-support/account-backend';
import { open, Screen } from '../test-support/screen';
import { setUpFakeHttp } from '../test-support/set-up';
import { ChangePasswordComponent } from './change-password/change-password-component';
import { ResetPasswordComponent } from './reset-password/reset-password-component';

const owner = (screen: Screen<unknown>) =>
  screen.find<HTMLInputElement>('form input[autocomplete="username"]');

describe('the account that a password manager updates', () => {
  async function openReset(url: string, inputs = {}) {
    const routes = provideRouter([{ path: '**', children: [] }]);
    setUpFakeHttp({ backend: accountBackend }, undefined, routes);
    await TestBed.inject(Router).navigateByUrl(url);
    return open(ResetPasswordComponent, inputs);
  }

  it('is that of the link, and is not seen or sent', async () => {
    const field = owner(await openReset('/?token=t&email=ada@example.com'))!;
    expect([field.value, field.readOnly]).toEqual(['ada@example.com', true]);
    expect(field.getBoundingClientRect().height).toBe(0);
    expect([field.name, field.id]).toEqual(['', '']);
    const next = field.form!.querySelector<HTMLInputElement>('[type="password"]')!;
    expect(field.compareDocumentPosition(next)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('is what the app says', async () => {
    const screen = await openReset('/?token=t', { email: 'grace@example.com' });
    expect(owner(screen)!.value).toBe('grace@example.com');
  });

  it('is not made up where the link names none', async () => {
    expect(owner(await openReset('/?token=t&uid=7'))).toBeNull();
  });

  for (const [user, value] of [
    [{ email: 'ada@example.com', username: 'ada' }, 'ada@example.com'],
    [{ username: 'ada' }, 'ada'],
    [{ name: 'Ada' }, undefined],
    [null, undefined],
  ] as const) {
    it(`is the user who changes the password: ${JSON.stringify(user)}`, async () => {
      const status = 'authenticated' as const;
      const auth = provideAuthTesting({ user: user ?? undefined, status });
      TestBed.configureTestingModule({ providers: [provideRouter([]), auth] });
      expect(owner(await open(ChangePasswordComponent))?.value).toBe(value);
    });
  }
});
