import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { LoginHarness, RegisterHarness } from 'ngx-auth-kit/testing';
import { AuthBackend } from '../../core/backends/auth-backend';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { openHarness } from '../../test-support/open-harness';
import { open, Screen } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthField } from '../fields/auth-field';
import { RegisterComponent } from '../register/register-component';
import { LoginComponent } from './login-component';
import { LoginField } from './login-field';

function setUp(backend: Partial<AuthBackend> = {}): void {
  setUpFakeHttp({ backend: { ...flaskJwtAuth, ...backend } }, undefined, provideRouter([]));
}

const sent = (path = 'login'): unknown =>
  TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/${path}`).request.body;

/** Name, autocomplete and inputmode of each field, in their order. */
const shown = (screen: Screen<unknown>) =>
  screen
    .all<HTMLInputElement>('form input')
    .map(({ name, autocomplete, inputMode }) => [name, autocomplete, inputMode].join(' '));

describe('the fields of the login form', () => {
  for (const [identifier, asksPassword, fields] of [
    ['email', undefined, ['email username email', 'password current-password ']],
    ['username', true, ['username username text', 'password current-password ']],
    ['phone', true, ['phone username tel', 'password current-password ']],
    ['email', false, ['email email email']],
    ['username', false, ['username username text']],
    ['phone', false, ['phone tel tel']],
  ] as const) {
    it(`are ${fields.join(' and ')} if the backend says ${identifier}, ${asksPassword}`, async () => {
      setUp({ identifier, asksPassword });
      expect(shown(await open(LoginComponent))).toEqual([...fields]);
    });
  }

  it('may be those that the app lists, in its order', async () => {
    setUp();
    const pin: AuthField = { name: 'pin', label: 'PIN', type: 'password', autocomplete: 'off' };
    const fields: LoginField[] = [{ name: 'tenant', label: 'Tenant' }, 'username', pin];
    const { harness, screen } = await openHarness(LoginComponent, LoginHarness, { fields });
    expect(shown(screen)).toEqual(['tenant  text', 'username username text', 'pin off ']);
    expect(screen.button('Sign in').type).toBe('submit');
    await harness.setField('tenant', 'north');
    await harness.setField('pin', ' 1 ');
    await harness.signIn({ identifier: 'ada' });
    expect(sent()).toEqual({ tenant: 'north', username: 'ada', pin: ' 1 ' });
  });

  it('may be one without a password although the backend knows them', async () => {
    setUp();
    const { harness, screen } = await openHarness(LoginComponent, LoginHarness, {
      fields: ['phone'],
      extraFields: [{ name: 'unused', label: 'Unused' }],
      autofocus: true,
    });
    expect(document.activeElement).toBe(screen.input('phone'));
    expect(screen.button('Continue').type).toBe('submit');
    await harness.submit();
    expect(await harness.fieldError('phone')).toBe('Please enter your phone number.');
    await harness.signIn({ identifier: '+1 202 555 0143' });
    expect(sent()).toEqual({ phone: '+1 202 555 0143' });
  });

  it('with a password come before the app’s own', async () => {
    setUp();
    const screen = await open(LoginComponent, { extraFields: [{ name: 'tenant', label: 'T' }] });
    expect(screen.all<HTMLInputElement>('input').map(({ name }) => name)).toEqual([
      'email',
      'password',
      'tenant',
    ]);
  });

  it('get what the backend says of the identifier', async () => {
    setUp({ identifier: 'phone', readError: () => ({ fields: { identifier: 'Unknown.' } }) });
    const { harness } = await openHarness(LoginComponent, LoginHarness);
    await harness.signIn({ identifier: '1', password: 'x' });
    TestBed.inject(HttpTestingController)
      .expectOne(`${BASE_URL}/login`)
      .flush(null, { status: 422, statusText: 'No' });
    expect(await harness.fieldError('phone')).toBe('Unknown.');
  });
});

describe('the fields of the registration form', () => {
  it('have no password where users have none', async () => {
    setUp({ identifier: 'phone', asksPassword: false });
    const { harness, screen } = await openHarness(RegisterComponent, RegisterHarness);
    expect(shown(screen)).toEqual(['phone tel tel']);
    await harness.register({ identifier: '1' });
    expect(sent('register')).toEqual({ phone: '1' });
  });
});
