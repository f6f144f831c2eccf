import { Location } from '@angular/common';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthBackend } from '../backends/auth-backend';
import { AuthService } from '../session/auth-service';
import { open } from '../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../test-support/set-up';
import { ChangePasswordComponent } from './change-password/change-password-component';
import { digit } from './fields/password-rule';
import { ForgotPasswordComponent } from './forgot-password/forgot-password-component';
import { ResetPasswordComponent } from './reset-password/reset-password-component';
import { VerifyEmailComponent } from './verify-email/verify-email-component';

const BACKEND: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    ...flaskJwtAuth.endpoints,
    forgotPassword: { path: '/forgot-password' },
    resetPassword: { path: '/reset-password' },
    verifyEmail: { path: '/verify-email' },
    changePassword: { path: '/change-password' },
  },
};
/** Passwords of every kind, which must arrive byte for byte. */
const PASSWORDS = [
  ' \tspaces ',
  '🦊🔑',
  'e\u0301\u0327',
  'كلمة السر',
  '<b>&amp;</b>',
  'x'.repeat(10_000),
];

let auth: AuthService;
const http = () => TestBed.inject(HttpTestingController);
const request = (path: string) => http().expectOne(`${BASE_URL}${path}`);
const refusal = { status: 400, statusText: 'No' };

/** A page as if a mail had led to it. */
async function openAt<T>(url: string, ...args: Parameters<typeof open<T>>) {
  await TestBed.inject(Router).navigateByUrl(url);
  return open(...args);
}

describe('the screens around accounts', () => {
  beforeEach(() => {
    const routes = ['login', 'here'].map((path) => ({ path, children: [] }));
    auth = setUpFakeHttp({ backend: BACKEND }, undefined, provideRouter(routes));
  });

  describe('ForgotPasswordComponent', () => {
    it('asks for a mail and then says the same to everybody', async () => {
      const screen = await open(ForgotPasswordComponent);
      let requests = 0;
      screen.fixture.componentInstance.requested.subscribe(() => requests++);
      screen.type('email', 'ada@example.com');
      await screen.submit();
      await screen.submit();
      const { request: sent } = request('/forgot-password');
      expect(sent.body).toEqual({ email: 'ada@example.com' });
      http().match(() => true);
      expect(screen.find('form')!.getAttribute('aria-busy')).toBe('true');
    });

    it('moves the focus to its confirmation', async () => {
      const screen = await open(ForgotPasswordComponent);
      screen.type('email', 'ada@example.com');
      await screen.submit();
      request('/forgot-password').flush({ status: 'success' });
      await screen.fixture.whenStable();
      const note = screen.find('[role="status"]')!;
      expect(note.textContent).toContain('If an account exists for this address');
      expect(document.activeElement).toBe(note);
      expect(screen.find('form')).toBeNull();
    });

    it('wants an address', async () => {
      const screen = await open(ForgotPasswordComponent);
      await screen.submit();
      expect(screen.descriptionOf('email')).toBe('Please enter your e-mail.');
      http().expectNone(`${BASE_URL}/forgot-password`);
    });
  });

  describe('ResetPasswordComponent', () => {
    for (const password of PASSWORDS) {
      it(`sends the link's words and the password ${password.slice(0, 12)} as they are`, async () => {
        const screen = await openAt('/here?token=t0%2Bk&uid=7&a=b#c', ResetPasswordComponent);
        screen.type('password', password);
        await screen.submit();
        const { body } = request('/reset-password').request;
        expect(body).toEqual(jasmine.objectContaining({ token: 't0+k', uid: '7', password }));
      });
    }

    it('takes the link off the address bar, and nothing else', async () => {
      await openAt('/here?token=secret&email=ada@example.com&a=b#c', ResetPasswordComponent);
      expect(TestBed.inject(Location).path(true)).toBe('/here?a=b#c');
    });

    it('prefers what it is given', async () => {
      const screen = await openAt('/here?token=old', ResetPasswordComponent, { token: 'new' });
      screen.type('password', 'secret');
      await screen.submit();
      expect((request('/reset-password').request.body as { token: string }).token).toBe('new');
    });

    it('says that a link without a token is no good', async () => {
      const screen = await openAt('/here', ResetPasswordComponent);
      expect(screen.alert).toBe('This link has expired or has been used before.');
      expect(screen.find('form')).toBeNull();
    });

    it('says that a refused link is no good, in its own words where the backend has none', async () => {
      const screen = await openAt('/here?token=used', ResetPasswordComponent);
      screen.type('password', 'secret');
      await screen.submit();
      request('/reset-password').flush({}, refusal);
      await screen.fixture.whenStable();
      expect(screen.alert).toBe('This link has expired or has been used before.');
      expect(screen.host.innerHTML).not.toContain('used"');
    });

    it('leads to the login page, signs nobody in and forgets the password', async () => {
      const screen = await openAt('/here?token=t', ResetPasswordComponent);
      screen.type('password', 'secret');
      const input = screen.input('password');
      await screen.submit();
      request('/reset-password').flush({ status: 'success' });
      await screen.fixture.whenStable();
      expect(screen.find<HTMLAnchorElement>('a')!.getAttribute('href')).toBe('/login');
      expect(input.value).toBe('');
      expect(auth.isAuthenticated()).toBeFalse();
    });

    it('keeps to the rules and wants the password twice where asked', async () => {
      const inputs = { passwordRules: [digit], confirmPassword: true };
      const screen = await openAt('/here?token=t', ResetPasswordComponent, inputs);
      screen.type('password', 'no digit');
      screen.type('confirmPassword', 'another');
      await screen.submit();
      expect(screen.descriptionOf('password')).toContain('does not meet all requirements');
      expect(screen.descriptionOf('confirmPassword')).toBe('The two passwords are not the same.');
      http().expectNone(`${BASE_URL}/reset-password`);
      screen.type('password', 'digit 1');
      screen.type('confirmPassword', 'digit 1');
      await screen.fixture.whenStable();
      await screen.submit();
      expect(Object.keys(request('/reset-password').request.body as object)).not.toContain(
        'confirmPassword',
      );
    });
  });

  describe('ChangePasswordComponent', () => {
    for (const password of PASSWORDS) {
      it(`sends ${password.slice(0, 12)} as it is, with the token`, async () => {
        auth.setToken('opaque');
        const screen = await open(ChangePasswordComponent);
        screen.type('currentPassword', password);
        screen.type('newPassword', password);
        await screen.submit();
        const { request: sent } = request('/change-password');
        expect(sent.body).toEqual({ currentPassword: password, newPassword: password });
        expect(sent.headers.get('Authorization')).toBe('Bearer opaque');
      });
    }

    it('confirms, and empties its fields', async () => {
      auth.setToken('opaque');
      const screen = await open(ChangePasswordComponent);
      screen.type('currentPassword', 'old');
      screen.type('newPassword', 'new');
      const input = screen.input('newPassword');
      await screen.submit();
      request('/change-password').flush({ status: 'success' });
      await screen.fixture.whenStable();
      expect(screen.text).toBe('Your password has been changed.');
      expect(input.value).toBe('');
      expect(auth.isAuthenticated()).toBeTrue();
    });
  });

  describe('VerifyEmailComponent', () => {
    it('confirms the address at once, with the link of the mail', async () => {
      const screen = await openAt('/here?token=t&uid=7', VerifyEmailComponent);
      expect(screen.text).toBe('Confirming your e-mail address…');
      const call = request('/verify-email');
      expect(call.request.body).toEqual({ token: 't', uid: '7' });
      call.flush({ status: 'success' });
      await screen.fixture.whenStable();
      expect(screen.text).toBe('Your e-mail address is confirmed. Sign in');
      expect(TestBed.inject(Location).path(true)).toBe('/here');
    });

    it('asks nothing without a token', async () => {
      const screen = await openAt('/here', VerifyEmailComponent);
      expect(screen.alert).toBe('This link has expired or has been used before.');
      http().expectNone(`${BASE_URL}/verify-email`);
    });

    it('does not offer to try a refused link again', async () => {
      const screen = await openAt('/here?token=t', VerifyEmailComponent);
      request('/verify-email').flush({}, refusal);
      await screen.fixture.whenStable();
      expect(screen.alert).toBe('This link has expired or has been used before.');
      expect(screen.find('button')).toBeNull();
    });

    it('tries again when the backend was away', async () => {
      const screen = await openAt('/here?token=t', VerifyEmailComponent);
      request('/verify-email').flush(null, { status: 503, statusText: 'Later' });
      await screen.fixture.whenStable();
      expect(screen.alert).toBe('The server has a problem. Please try again later.');
      await screen.click(screen.button('Try again'));
      request('/verify-email').flush({ status: 'success' });
      await screen.fixture.whenStable();
      expect(screen.text).toContain('confirmed');
    });
  });
});
