import { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { accountBackend } from '../test-support/account-backend';
import { setUpFakeHttp } from '../test-support/set-up';
import { ChangePasswordComponent } from './change-password/change-password-component';
import { ForgotPasswordComponent } from './forgot-password/forgot-password-component';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';
import { ResetPasswordComponent } from './reset-password/reset-password-component';

const SCREENS: Record<string, [screen: Type<unknown>, fields: string[]]> = {
  login: [LoginComponent, ['email', 'password']],
  register: [RegisterComponent, ['email', 'password']],
  'forgot-password': [ForgotPasswordComponent, ['email']],
  'reset-password': [ResetPasswordComponent, ['password']],
  'change-password': [ChangePasswordComponent, ['currentPassword', 'newPassword']],
};
const NONSENSE = 'identifier=x&extraFields=y&passwordRules=z';

/** The router sets all inputs of these pages, most of them to undefined. */
describe('a screen that is a page, with withComponentInputBinding()', () => {
  beforeEach(() => {
    const pages = Object.entries(SCREENS).map(([path, [component]]) => ({ path, component }));
    const routes = [...pages, { path: '**', children: [] }];
    setUpFakeHttp(
      { backend: accountBackend },
      undefined,
      provideRouter(routes, withComponentInputBinding()),
    );
  });

  for (const [path, [, fields]] of Object.entries(SCREENS)) {
    for (const query of ['token=t', `token=t&${NONSENSE}`]) {
      it(`shows its fields: ${path}?${query}`, async () => {
        const harness = await RouterTestingHarness.create(`/${path}?${query}`);
        const inputs = harness.routeNativeElement!.querySelectorAll('input');
        expect([...inputs].map(({ name }) => name)).toEqual(fields);
      });
    }
  }

  it('keeps the defaults of what the URL does not say', async () => {
    const harness = await RouterTestingHarness.create();
    const login = await harness.navigateByUrl('/login', LoginComponent);
    expect([login.navigate(), login.identifier(), login.rememberMe()]).toEqual([
      true,
      'email',
      false,
    ]);
    expect(TestBed.inject(Router).url).toBe('/login');
  });
});
