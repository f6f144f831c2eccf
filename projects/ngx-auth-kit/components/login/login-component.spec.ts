import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, provideZonelessChangeDetection } from '@angular/core';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { LoginHarness } from 'ngx-auth-kit/testing';
import { firstValueFrom, of, Subject, throwError } from 'rxjs';
import { aspNetIdentity } from '../../core/backends/asp-net-identity';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { AuthError, AuthErrorCode } from '../../core/errors/auth-error';
import { AuthService } from '../../core/session/auth-service';
import { SignIn } from '../../core/session/sign-in/sign-in';
import { RememberMe } from '../../core/session/remember-me/remember-me';
import { openHarness } from '../../test-support/open-harness';
import { open } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { LoginComponent } from './login-component';

@Component({
  imports: [AuthFieldComponent, LoginComponent],
  template: `
    <auth-login>
      <footer authFooter>footer</footer>
      <a authLinks href="#links">links</a>
      <button authSocial type="button">social</button>
      <h2 authTitle>title</h2>
      <img authLogo alt="logo" />
      <auth-field name="tenant" label="Tenant" />
    </auth-login>
  `,
})
class Slots {}

@Component({ template: '' })
class Page {}

function setUp(backend = {}, ...providers: Parameters<typeof setUpFakeHttp>[2][]): AuthService {
  return setUpFakeHttp(
    { backend: { ...flaskJwtAuth, ...backend } },
    undefined,
    provideZonelessChangeDetection(),
    provideRouter([{ path: 'status', component: Page }]),
    ...providers,
  );
}

const request = () => TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`);

describe('LoginComponent', () => {
  for (const [what, text] of [
    ['10,000 characters', 'x'.repeat(10_000)],
    ['emoji and combining marks', '👩‍👩‍👧 e\u0301 é'],
    ['right-to-left text and marks', '\u202eشكرا\u200f '],
    ['pasted white space', ' \t pasted\u00a0 '],
    ['markup', '<b>&amp;'],
  ] as const) {
    it(`sends ${what} byte for byte`, async () => {
      setUp();
      const { harness } = await openHarness(LoginComponent, LoginHarness, {
        identifier: 'username',
      });
      await harness.signIn({ identifier: text, password: text });
      expect(request().request.body).toEqual({ username: text, password: text });
    });
  }

  it('asks for what the app says rather than for what the backend has', async () => {
    setUp();
    const inputs = { identifier: 'username' };
    const { harness } = await openHarness(LoginComponent, LoginHarness, inputs);
    await harness.signIn({ identifier: 'ada', password: 'secret' });
    expect(request().request.body).toEqual({ username: 'ada', password: 'secret' });
  });

  it('sends what a password manager filled in without an event', async () => {
    const auth = setUp();
    const login = spyOn(auth, 'login').and.returnValue(of(null));
    const screen = await open(LoginComponent, { rememberMe: true });
    screen.input('email').value = 'ada@example.com';
    screen.input('password').value = ' secret ';
    screen.input('remember').checked = true;
    await screen.submit();
    const credentials = { email: 'ada@example.com', password: ' secret ' };
    expect(login.calls.allArgs()).toEqual([[credentials, { remember: true }]]);
  });

  it('takes the focus only where it is asked to', async () => {
    setUp();
    const screen = await open(LoginComponent, { autofocus: true });
    expect(document.activeElement).toBe(screen.input('email'));
  });

  it('leaves name and autocomplete to the input alone', async () => {
    setUp();
    const screen = await open(LoginComponent);
    const tags = (selector: string) => screen.all(selector).map(({ localName }) => localName);
    expect(tags('[name], [autocomplete]')).toEqual(['input', 'input']);
    expect(screen.input('email').autocomplete).toBe('username');
  });

  it('shows the password on request, and hides it on submit', async () => {
    setUp();
    const screen = await open(LoginComponent);
    const { id } = screen.input('password');
    await screen.click(screen.button('Show password'));
    expect(screen.input('password').type).toBe('text');
    expect(screen.button('Hide password').getAttribute('aria-controls')).toBe(id);
    await screen.fillAndSubmit();
    expect(screen.input('password').type).toBe('password');
    await screen.click(screen.button('Show password'));
    await screen.click(screen.button('Hide password'));
    expect(screen.input('password').type).toBe('password');
  });

  it('hides the next password after the one that was shown has signed in', async () => {
    const auth = setUp();
    spyOn(auth, 'login').and.returnValue(of(null));
    const { harness, screen } = await openHarness(LoginComponent, LoginHarness);
    await screen.click(screen.button('Show password'));
    await harness.signIn({ identifier: 'ada@example.com', password: 'secret' });
    expect(await harness.password()).toBe('');
    expect(screen.input('password').type).toBe('password');
  });

  it('says that caps lock is on while the password is typed', async () => {
    setUp();
    const screen = await open(LoginComponent);
    const press = async (event: Event) => {
      screen.input('password').dispatchEvent(event);
      await screen.fixture.whenStable();
      return screen.text.includes('Caps lock is on.');
    };
    const hint = screen.find('auth-field:has([name="password"]) [aria-live]');
    expect(hint!.textContent).toBe('');
    expect(await press(new KeyboardEvent('keydown', { modifierCapsLock: true }))).toBeTrue();
    expect(await press(new KeyboardEvent('keyup', { modifierCapsLock: false }))).toBeFalse();
    expect(await press(new KeyboardEvent('keydown', { modifierCapsLock: true }))).toBeTrue();
    expect(await press(new Event('blur'))).toBeFalse();
    // What Chrome sends when it fills in a field.
    expect(await press(new Event('keydown'))).toBeFalse();
  });

  it('puts the parts of the app where they belong, and sends its fields', async () => {
    setUp();
    const screen = await open(Slots);
    expect(screen.text).toBe('titleE-mailPasswordTenant Sign in sociallinksfooter');
    screen.type('tenant', 'north');
    await screen.fillAndSubmit();
    expect(request().request.body).toEqual({
      email: 'ada@example.com',
      password: ' secret ',
      tenant: 'north',
    });
  });

  it('requires the fields of the app, too', async () => {
    setUp();
    const screen = await open(Slots);
    await screen.fillAndSubmit();
    expect(screen.descriptionOf('tenant')).toBe('“Tenant” is required.');
    expect(document.activeElement).toBe(screen.input('tenant'));
  });
});

describe('LoginComponent and “remember me”', () => {
  for (const { feature, input, offered } of [
    { feature: false, input: {}, offered: false },
    { feature: true, input: {}, offered: true },
    { feature: true, input: { rememberMe: false }, offered: false },
    { feature: false, input: { rememberMe: true }, offered: true },
  ]) {
    it(`offers it (${offered}) with the feature ${feature} and ${JSON.stringify(input)}`, async () => {
      const auth = setUp(
        {},
        feature ? [{ provide: RememberMe, useValue: { choose: () => undefined } }] : [],
      );
      const login = spyOn(auth, 'login').and.returnValue(of(null));
      const screen = await open(LoginComponent, input);
      expect(screen.find('[type="checkbox"]') !== null).toBe(offered);
      await screen.fillAndSubmit();
      const credentials = { email: 'ada@example.com', password: ' secret ' };
      expect(login.calls.mostRecent().args).toEqual([
        credentials,
        offered ? { remember: false } : undefined,
      ]);
      if (!offered) return;
      await screen.click(screen.input('remember'));
      await screen.fillAndSubmit();
      expect(login.calls.mostRecent().args).toEqual([credentials, { remember: true }]);
    });
  }
});

describe('LoginComponent with a second factor', () => {
  const readError = () => ({ code: 'second_factor_required' as const });
  let auth: AuthService;

  async function challenged() {
    auth = setUp({ readError });
    const opened = await openHarness(LoginComponent, LoginHarness);
    const { harness, screen } = opened;
    await harness.signIn({ identifier: 'ada@example.com', password: ' secret ' });
    const old = screen.input('password');
    request().flush(null, { status: 403, statusText: 'No' });
    expect(await harness.asksForCode()).toBeTrue();
    expect(old.value).toBe('');
    return opened;
  }

  async function answer(harness: LoginHarness, code: AuthErrorCode) {
    const verify = spyOn(auth, 'verifySecondFactor').and.returnValue(
      throwError(() => new AuthError(code)),
    );
    await harness.verify(' 123 456');
    expect(verify.calls.allArgs()).toEqual([[{ code: '123456' }]]);
  }

  it('asks for the code alone, and moves the focus there', async () => {
    const { harness, screen } = await challenged();
    const code = screen.input('code');
    expect(screen.all('input')).toEqual([code]);
    expect([code.autocomplete, code.inputMode]).toEqual(['one-time-code', 'numeric']);
    expect(code.labels!.length).toBe(1);
    expect(document.activeElement).toBe(code);
    expect(await harness.errorText()).toBeNull();
  });

  it('says that the code is missing', async () => {
    const { harness } = await challenged();
    await harness.submit();
    expect(await harness.fieldError('code')).toBe('Please enter the code.');
  });

  it('completes the login', async () => {
    const { harness, screen } = await challenged();
    const signedIn = jasmine.createSpy();
    screen.fixture.componentInstance.signedIn.subscribe(signedIn);
    spyOn(auth, 'verifySecondFactor').and.returnValue(of({ email: 'ada' }));
    await harness.verify('123456');
    expect(signedIn.calls.allArgs()).toEqual([[{ email: 'ada' }]]);
    expect(TestBed.inject(Router).url).toBe('/status');
  });

  it('stays for another try after a wrong code', async () => {
    const { harness, screen } = await challenged();
    await answer(harness, 'invalid_credentials');
    expect(await harness.errorText()).toBe('This code is not correct. Please try the newest one.');
    expect(screen.input('code').value).toBe(' 123 456');
  });

  it('shows the ways around the login with the login only', async () => {
    auth = setUp({ readError });
    const screen = await open(Slots);
    const harness = await TestbedHarnessEnvironment.loader(screen.fixture).getHarness(LoginHarness);
    const parts = () =>
      ['Title', 'Social', 'Links', 'Footer'].filter((name) => screen.find(`[auth${name}]`));
    expect(parts()).toEqual(['Title', 'Social', 'Links', 'Footer']);
    screen.type('tenant', 'north');
    await screen.fillAndSubmit();
    request().flush(null, { status: 403, statusText: 'No' });
    expect(await harness.asksForCode()).toBeTrue();
    expect(parts()).toEqual(['Title', 'Footer']);
    await answer(harness, 'invalid_credentials');
    expect(parts()).toEqual(['Title', 'Footer']);
    await screen.click(screen.button('Start over'));
    expect(parts()).toEqual(['Title', 'Social', 'Links', 'Footer']);
  });

  it('goes back and says why when the login has expired', async () => {
    const { harness, screen } = await challenged();
    await answer(harness, 'session_expired');
    expect(await harness.asksForCode()).toBeFalse();
    expect(await harness.errorText()).toBe('Your session has ended. Please sign in again.');
    expect(document.activeElement).toBe(screen.find('[role="alert"]'));
    expect(await harness.fieldError('email')).toBeNull();
  });

  it('drops the code that is being checked when the user starts over', async () => {
    const { harness, screen } = await challenged();
    const answer = new Subject<null>();
    spyOn(auth, 'verifySecondFactor').and.returnValue(answer);
    await harness.verify('1');
    await screen.click(screen.button('Start over'));
    expect(answer.observed).toBeFalse();
    await harness.signIn({ identifier: 'ada@example.com', password: ' secret ' });
    request();
  });

  it('does not wait for another login as for another code', async () => {
    const { harness, screen } = await challenged();
    const tooMany = new AuthError('rate_limited', { retryAfter: 60 });
    spyOn(auth, 'verifySecondFactor').and.returnValue(throwError(() => tooMany));
    await harness.verify('1');
    await screen.click(screen.button('Start over'));
    await harness.signIn({ identifier: 'ada@example.com', password: ' secret ' });
    request();
  });

  it('starts over at the user’s wish', async () => {
    const { harness, screen } = await challenged();
    await screen.click(screen.button('Start over'));
    expect(await harness.password()).toBe('');
    expect(document.activeElement).toBe(screen.input('email'));
    expect(await harness.fieldError('email')).toBeNull();
  });
});

describe('LoginComponent with a login that is repeated with its code', () => {
  let auth: AuthService;

  /** The password waits in memory for the code. */
  async function challenged() {
    auth = setUp(aspNetIdentity);
    const opened = await openHarness(LoginComponent, LoginHarness);
    await signIn(opened.harness);
    return opened;
  }

  async function signIn(harness: LoginHarness): Promise<void> {
    await harness.signIn({ identifier: 'ada@example.com', password: ' secret ' });
    request().flush({ detail: 'RequiresTwoFactor' }, { status: 401, statusText: 'No' });
    expect(await harness.asksForCode()).toBeTrue();
  }

  async function expectForgotten(): Promise<void> {
    expect(JSON.stringify(TestBed.inject(SignIn))).not.toContain('secret');
    const outcome = firstValueFrom(auth.verifySecondFactor({ code: '1' }));
    await expectAsync(outcome).toBeRejectedWith(
      jasmine.objectContaining({ code: 'session_expired' }),
    );
    TestBed.inject(HttpTestingController).expectNone(`${BASE_URL}/login`);
  }

  it('sends both with the code', async () => {
    const { harness } = await challenged();
    await harness.verify('123456');
    expect(request().request.body).toEqual({
      email: 'ada@example.com',
      password: ' secret ',
      twoFactorCode: '123456',
    });
  });

  it('forgets the password when the user starts over', async () => {
    const { screen } = await challenged();
    await screen.click(screen.button('Start over'));
    await expectForgotten();
  });

  it('forgets the password when it goes', async () => {
    const { screen } = await challenged();
    screen.fixture.destroy();
    await expectForgotten();
  });

  it('forgets the password when it goes while a code is being checked', async () => {
    const { harness, screen } = await challenged();
    await harness.verify('123456');
    const call = request();
    screen.fixture.destroy();
    expect(call.cancelled).toBeTrue();
    await expectForgotten();
  });

  it('forgets the password when the user starts over after a wrong code', async () => {
    const { harness, screen } = await challenged();
    await harness.verify('1');
    request().flush({ detail: 'Failed' }, { status: 401, statusText: 'No' });
    await screen.click(screen.button('Start over'));
    await expectForgotten();
  });

  it('starts over with another login', async () => {
    const { harness, screen } = await challenged();
    await screen.click(screen.button('Start over'));
    await signIn(harness);
    await harness.verify('2');
    expect(request().request.body).toEqual(jasmine.objectContaining({ password: ' secret ' }));
  });

  it('leaves the login of another form alone when it goes', async () => {
    auth = setUp(aspNetIdentity);
    const { fixture } = await open(LoginComponent);
    const login = firstValueFrom(auth.login({ email: 'ada', password: 'mine' }));
    request().flush({ detail: 'RequiresTwoFactor' }, { status: 401, statusText: 'No' });
    await expectAsync(login).toBeRejected();
    fixture.destroy();
    auth.verifySecondFactor({ code: '1' }).subscribe();
    expect(request().request.body).toEqual(jasmine.objectContaining({ password: 'mine' }));
  });
});
