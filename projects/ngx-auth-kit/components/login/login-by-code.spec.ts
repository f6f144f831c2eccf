import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { LoginHarness } from 'ngx-auth-kit/testing';
import { AuthBackend } from '../../core/backends/auth-backend';
import { AuthService } from '../../core/session/auth-service';
import { accountBackend } from '../../test-support/account-backend';
import { mock, setUpOnMock } from '../../test-support/mock-app';
import { ADA } from '../../test-support/mock-backend';
import { openHarness } from '../../test-support/open-harness';
import { LoginComponent } from './login-component';

const { endpoints } = accountBackend;

/** Mails a code to whoever asks, and no password is known. */
const byCode: AuthBackend = {
  ...accountBackend,
  asksPassword: false,
  endpoints: {
    ...endpoints,
    login: { ...endpoints.login, path: '/code-login' },
  },
};

const paths = async () => (await mock.requests()).map(({ path }) => path.replace(/^.*\/auth/, ''));
const mailedCode = async () => (await mock.lastMail()).code ?? '';

describe('LoginComponent without a password, against the mock backend', () => {
  let auth: AuthService;

  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await mock.reset();
  });

  async function openLogin(backend = byCode) {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'status', children: [] }])],
    });
    auth = setUpOnMock({ backend });
    return openHarness(LoginComponent, LoginHarness);
  }

  /** The form that asks for the code. */
  async function asked(backend?: AuthBackend) {
    const opened = await openLogin(backend);
    await opened.harness.signIn({ identifier: ADA.email });
    expect(await opened.harness.asksForCode()).toBeTrue();
    return opened;
  }

  it('asks for the identifier alone, then for the code, and signs in', async () => {
    const { harness, screen } = await openLogin();
    expect(screen.all('input')).toEqual([screen.input('email')]);
    expect(await harness.asksForPassword()).toBeFalse();
    expect(screen.button('Send code').type).toBe('submit');
    await harness.signIn({ identifier: ` ${ADA.email} ` });
    expect(await harness.asksForCode()).toBeTrue();
    expect(document.activeElement).toBe(screen.input('code'));
    const code = await mailedCode();
    await harness.verify(` ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(auth.user()?.['email']).toBe(ADA.email);
    expect(TestBed.inject(Router).url).toBe('/status');
    expect(await paths()).toEqual(['/code-login', '/second-factor', '/status']);
  });

  it('asks strangers for a code as well, and starts over', async () => {
    const { harness, screen } = await openLogin();
    await harness.signIn({ identifier: 'nobody@example.com' });
    await harness.verify('123456');
    expect(await harness.errorText()).toBe('This code is not correct. Please try the newest one.');
    await screen.click(screen.button('Start over'));
    expect(await harness.identifier()).toBe('');
    expect(document.activeElement).toBe(screen.input('email'));
  });

  it('does not send an empty identifier', async () => {
    const { harness } = await openLogin();
    await harness.submit();
    expect(await harness.fieldError('email')).toBe('Please enter your e-mail.');
    expect(await paths()).toEqual([]);
  });

  it('has the code sent again, and takes the new one only', async () => {
    const { harness } = await asked();
    const first = await mailedCode();
    expect(await harness.statusText()).toBeNull();
    await harness.resendCode();
    expect(await harness.statusText()).toBe('A new code is on its way.');
    const second = await mailedCode();
    expect(second).not.toBe(first);
    await harness.verify(first);
    expect(await harness.errorText()).toBe('This code is not correct. Please try the newest one.');
    await harness.verify(second);
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('still takes the code that was sent if sending another fails', async () => {
    const { harness, screen } = await asked();
    const headers = { 'Retry-After': '60' };
    await mock.answerNext({ endpoint: 'resendCode', status: 429, headers });
    await harness.resendCode();
    expect(await harness.statusText()).toBe('Too many attempts. Please wait a moment.');
    const resend = screen.button('Send another code');
    expect(
      screen.host.querySelector(`[id="${resend.getAttribute('aria-describedby')}"]`)!.textContent,
    ).toBe('You can try again in 60 seconds.');
    await harness.resendCode();
    await harness.verify(await mailedCode());
    expect(auth.isAuthenticated()).toBeTrue();
    expect((await paths()).filter((path) => path === '/resend-code').length).toBe(1);
  });

  it('goes back and says why if there is no login left to send a code for', async () => {
    const { harness, screen } = await asked();
    await mock.answerNext({ endpoint: 'resendCode', status: 410 });
    await harness.resendCode();
    expect(await harness.asksForCode()).toBeFalse();
    expect(await harness.errorText()).toBe('Your session has ended. Please sign in again.');
    expect(document.activeElement).toBe(screen.find('[role="alert"]'));
  });

  it('offers no other code, nor promises one, where the backend sends none', async () => {
    const { resendCode, ...others } = byCode.endpoints;
    expect(resendCode).toBeDefined();
    const { harness, screen } = await openLogin({ ...byCode, endpoints: others });
    expect(screen.button('Continue').type).toBe('submit');
    await harness.signIn({ identifier: ADA.email });
    expect(await harness.canResendCode()).toBeFalse();
    await expectAsync(harness.resendCode()).toBeRejectedWithError(/no button/);
  });

  it('says so while the code is being sent', async () => {
    const { harness, screen } = await openLogin();
    await mock.set({ latency: 100 });
    screen.type('email', ADA.email);
    screen.find('button[type="submit"]')!.click();
    screen.fixture.detectChanges();
    expect(screen.find('button[type="submit"]')!.textContent.trim()).toBe('Sending the code…');
    await screen.fixture.whenStable();
    expect(await harness.asksForCode()).toBeTrue();
  });
});
