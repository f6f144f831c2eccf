import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { AuthConfig, AuthError, AuthService, flaskJwt, LoginComponent } from 'ngx-auth-kit';
import { AuthTesting } from '../session/auth-testing';
import { provideAuthTesting } from '../session/provide-auth-testing';
import { LoginHarness } from './login-harness';

/** A page of an app. */
@Component({ imports: [LoginComponent], template: '<auth-login [navigate]="false" />' })
class Page {}

let testing: AuthTesting;

async function open(config: Partial<AuthConfig> = {}): Promise<LoginHarness> {
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([]),
      provideAuthTesting({ config }),
    ],
  });
  testing = TestBed.inject(AuthTesting);
  return TestbedHarnessEnvironment.loader(TestBed.createComponent(Page)).getHarness(LoginHarness);
}

const INPUT = { identifier: 'ada@example.com', password: ' secret ' };

describe('LoginHarness', () => {
  it('signs in without a password', async () => {
    const backend = { ...flaskJwt, identifier: 'phone', asksPassword: false } as const;
    const endpoints = {
      ...flaskJwt.endpoints,
      secondFactor: { path: '/code' },
      resendCode: { path: '/again' },
    };
    const login = await open({ backend: { ...backend, endpoints } });
    expect(await login.asksForPassword()).toBeFalse();
    testing.failNext('login', 'second_factor_required');
    await login.signIn({ identifier: '+1 202 555 0143' });
    expect(await login.asksForCode()).toBeTrue();
    expect(await login.canResendCode()).toBeTrue();
    expect(await login.statusText()).toBeNull();
    await login.resendCode();
    expect(await login.statusText()).toBe('A new code is on its way.');
    testing.failNext('resendCode', 'rate_limited');
    await login.resendCode();
    expect(await login.statusText()).toBe('Too many attempts. Please wait a moment.');
    await login.verify('123456');
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
    expect(testing.calls[0]).toEqual({ method: 'login', input: { phone: '+1 202 555 0143' } });
  });

  it('signs in', async () => {
    const login = await open();
    testing.succeedNext('login', { user: { name: 'Ada' } });
    await login.signIn(INPUT);
    expect(TestBed.inject(AuthService).user()).toEqual({ name: 'Ada' });
    expect(testing.calls).toEqual([
      { method: 'login', input: { email: 'ada@example.com', password: ' secret ' } },
    ]);
    expect(await login.errorText()).toBeNull();
    expect(await login.password()).toBe('');
  });

  it('types a username where the form asks for one', async () => {
    const login = await open({ backend: flaskJwt });
    await login.signIn({ identifier: 'ada', password: 'secret' });
    expect(testing.calls[0]!.input).toEqual({ username: 'ada', password: 'secret' });
  });

  it('replaces what was typed before', async () => {
    const login = await open();
    await login.setIdentifier('bob');
    await login.setIdentifier('ada');
    await login.setPassword('one');
    await login.setPassword('');
    expect(await login.identifier()).toBe('ada');
    expect(await login.password()).toBe('');
  });

  it('sees the form busy until the answer comes', async () => {
    const login = await open();
    expect(await login.isBusy()).toBeFalse();
    const release = testing.holdNext('login');
    await login.signIn(INPUT);
    expect(await login.isBusy()).toBeTrue();
    release();
    expect(await login.isBusy()).toBeFalse();
  });

  it('reads the error', async () => {
    const login = await open();
    testing.failNext('login', 'invalid_credentials');
    await login.signIn(INPUT);
    expect(await login.errorText()).toBe(new AuthError('invalid_credentials').message);
    expect(await login.fieldError('password')).toBeNull();
  });

  it('reads the error at each field', async () => {
    const login = await open();
    expect(await login.fieldError('email')).toBeNull();
    await login.submit();
    expect(await login.fieldError('email')).toMatch(/e-mail/i);
    expect(await login.fieldError('password')).toMatch(/password/i);
    expect(testing.calls).toEqual([]);
  });

  it('reads what the backend says at a field', async () => {
    const login = await open();
    testing.failNext('login', new AuthError('validation', { fields: { password: 'Too short.' } }));
    await login.signIn(INPUT);
    expect(await login.fieldError('password')).toBe('Too short.');
    expect(await login.fieldError('email')).toBeNull();
  });
});

/** The form with more in it than it has by default. */
@Component({
  selector: 'auth-login',
  template: `
    <form aria-busy="false">
      <input name="email" aria-describedby="hint" />
      <input name="password" aria-invalid="true" aria-describedby="hint password-error" />
      <input name="code" aria-invalid="true" aria-describedby="hint" />
      <p id="hint">At least 8 characters.</p>
      <p id="password-error">Too short.</p>
      <input name="remember" type="checkbox" />
      <button type="submit">Sign in</button>
    </form>
  `,
})
class FullForm {}

describe('LoginHarness with a form that has more', () => {
  function open(): Promise<LoginHarness> {
    const fixture = TestBed.createComponent(FullForm);
    return TestbedHarnessEnvironment.harnessForFixture(fixture, LoginHarness);
  }

  const texts = [
    ['email', null],
    ['password', 'Too short.'],
    ['code', 'At least 8 characters.'],
  ] as const;
  for (const [name, text] of texts) {
    it(`reads ${text} at ${name}, whatever describes it besides`, async () => {
      expect(await (await open()).fieldError(name)).toBe(text);
    });
  }

  it('ticks and unticks', async () => {
    const login = await open();
    const ticked = () => document.querySelector<HTMLInputElement>('[name="remember"]')!.checked;
    for (const checked of [true, true, false, false]) {
      await login.setChecked('remember', checked);
      expect(ticked()).toBe(checked);
    }
  });

  it('types and sends a one-time code', async () => {
    const login = await open();
    expect(await login.asksForCode()).toBeTrue();
    const sent = jasmine.createSpy('submit').and.callFake((event: Event) => event.preventDefault());
    document.addEventListener('submit', sent, { once: true });
    await login.verify('123456');
    expect(sent).toHaveBeenCalledTimes(1);
    expect(document.querySelector<HTMLInputElement>('[name="code"]')!.value).toBe('123456');
  });
});
