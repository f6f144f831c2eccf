import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { of } from 'rxjs';
import { AuthBackend } from '../../core/backends/auth-backend';
import { devise } from '../../core/backends/devise';
import { djRestAuth } from '../../core/backends/dj-rest-auth';
import { fastApiUsers } from '../../core/backends/fast-api-users';
import { flaskJwt } from '../../core/backends/flask-jwt';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { strapi } from '../../core/backends/strapi';
import { authLabelsEn } from '../../labels/auth-labels-en';
import { open, Screen } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { ChangePasswordComponent } from '../change-password/change-password-component';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { ResetPasswordComponent } from '../reset-password/reset-password-component';
import { RegisterComponent } from './register-component';

const { done, confirmEmail } = authLabelsEn.register;

async function register(backend: AuthBackend, authenticated: boolean): Promise<Screen<unknown>> {
  const routes = provideRouter([{ path: '**', children: [] }]);
  const auth = setUpFakeHttp({ backend }, undefined, routes);
  spyOn(auth, 'register').and.returnValue(of({ user: null, authenticated }));
  const screen = await open(RegisterComponent, { identifier: 'email' });
  await screen.fillAndSubmit();
  return screen;
}

describe('what a finished registration says is next', () => {
  for (const [name, backend, text] of [
    ['strapi', strapi, confirmEmail],
    ['djRestAuth', djRestAuth, confirmEmail],
    ['devise', devise, confirmEmail],
    ['fastApiUsers', fastApiUsers, done],
    ['flaskJwtAuth', flaskJwtAuth, done],
  ] as const) {
    it(`is what ${name} wants if it signs nobody in`, async () => {
      const screen = await register(backend, false);
      const status = screen.find('[role="status"]')!.textContent;
      expect(status.replace(/\s+/g, ' ').trim()).toBe(`${text} Sign in`);
    });
  }

  it('is nothing if the new user is signed in', async () => {
    expect((await register(strapi, true)).find('[role="status"]')).toBeNull();
  });
});

describe('a screen that the backend has no endpoint for', () => {
  for (const component of [
    RegisterComponent,
    ForgotPasswordComponent,
    ResetPasswordComponent,
    ChangePasswordComponent,
  ]) {
    it(`says at once that it is not available: ${component.name}`, async () => {
      setUpFakeHttp(
        { backend: flaskJwt },
        undefined,
        provideRouter([{ path: '**', children: [] }]),
      );
      await TestBed.inject(Router).navigateByUrl('/?token=t');
      const screen = await open<unknown>(component);
      expect(screen.alert).toBe('This is not available here.');
      expect(screen.find('form, input, button')).toBeNull();
    });
  }
});

describe('the fields of the registration form', () => {
  const names = (screen: Screen<unknown>) =>
    screen.all<HTMLInputElement>('input').map(({ name }) => name);
  const company = { name: 'company', label: 'Company' };

  beforeEach(() => setUpFakeHttp({}, undefined, provideRouter([])));

  it('are the identifier, those of the app and the password', async () => {
    expect(names(await open(RegisterComponent, { extraFields: [company] }))).toEqual([
      'email',
      'company',
      'password',
    ]);
  });

  it('are those that the app chooses, in its order', async () => {
    const fields = ['username', company, 'password', 'email'];
    const screen = await open(RegisterComponent, { fields, confirmPassword: true });
    expect(names(screen)).toEqual(['username', 'company', 'password', 'confirmPassword', 'email']);
    expect(screen.input('username').autocomplete).toBe('username');
    expect(screen.input('email').autocomplete).toBe('email');
    expect(screen.input('email').labels![0]!.textContent).toBe('E-mail');
    await screen.submit();
    expect(screen.descriptionOf('username')).toBe('Please enter your username.');
  });

  it('need no password', async () => {
    expect(names(await open(RegisterComponent, { fields: ['email'] }))).toEqual(['email']);
  });

  for (const fields of [
    [company, 'password'],
    ['password', 'email'],
  ]) {
    it(`give the focus to the first of them (${typeof fields[0]})`, async () => {
      const screen = await open(RegisterComponent, { fields, autofocus: true });
      expect(document.activeElement).toBe(screen.find('input'));
    });
  }
});
