import { Location } from '@angular/common';
import { HttpTestingController } from '@angular/common/http/testing';
import { AfterViewInit, Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivationEnd, provideRouter, Router } from '@angular/router';
import {
  ChangePasswordHarness,
  ForgotPasswordHarness,
  ResetPasswordHarness,
  VerifyEmailHarness,
} from 'ngx-auth-kit/testing';
import { map } from 'rxjs';
import { flaskJwtAuth } from '../core/backends/flask-jwt-auth';
import { AuthBackend } from '../core/backends/auth-backend';
import { AuthService } from '../core/session/auth-service';
import { openHarness } from '../test-support/open-harness';
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

const openForgot = () => openHarness(ForgotPasswordComponent, ForgotPasswordHarness);
const openChange = () => openHarness(ChangePasswordComponent, ChangePasswordHarness);

/** A page as if a mail had led to it. */
async function openReset(url: string, inputs: Record<string, unknown> = {}) {
  await TestBed.inject(Router).navigateByUrl(url);
  return openHarness(ResetPasswordComponent, ResetPasswordHarness, inputs);
}

async function openVerify(url: string) {
  await TestBed.inject(Router).navigateByUrl(url);
  return openHarness(VerifyEmailComponent, VerifyEmailHarness);
}

/** Another mail, while its page is there. */
const follow = (url: string) => TestBed.inject(Router).navigateByUrl(url);

/** An app that makes another component for each link. */
@Component({
  imports: [VerifyEmailComponent],
  template: `
    @for (url of [url()]; track url) {
      <auth-verify-email />
    }
  `,
})
class OneForEachLink {
  private readonly router = inject(Router);
  protected readonly url = toSignal(this.router.events.pipe(map(() => this.router.url)));
}

/** An app that learns of the token when its own page is there already. */
@Component({
  imports: [VerifyEmailComponent],
  template: '<auth-verify-email [token]="token()" />',
})
class GivenLate implements AfterViewInit {
  protected readonly token = signal<string | undefined>(undefined);

  ngAfterViewInit(): void {
    this.token.set('late');
  }
}

const BAD_LINK = 'This link has expired or has been used before.';

describe('the screens around accounts', () => {
  beforeEach(() => {
    const routes = ['login', 'here'].map((path) => ({ path, children: [] }));
    auth = setUpFakeHttp({ backend: BACKEND }, undefined, provideRouter(routes));
  });

  describe('ForgotPasswordComponent', () => {
    it('asks for a mail, once', async () => {
      const { harness, screen } = await openForgot();
      const requested = jasmine.createSpy();
      screen.fixture.componentInstance.requested.subscribe(requested);
      await harness.requestMail('ada@example.com');
      await harness.submit();
      const call = request('/forgot-password');
      expect(call.request.body).toEqual({ email: 'ada@example.com' });
      expect(await harness.isBusy()).toBeTrue();
      expect(requested).not.toHaveBeenCalled();
      call.flush({ status: 'success' });
      expect(requested).toHaveBeenCalledTimes(1);
    });

    it('says the same to everybody, and moves the focus there', async () => {
      const { harness, screen } = await openForgot();
      await harness.requestMail('ada@example.com');
      request('/forgot-password').flush({ status: 'success' });
      expect(await harness.statusText()).toContain('If an account exists for this address');
      expect(document.activeElement).toBe(screen.find('[role="status"]'));
      expect(screen.find('form')).toBeNull();
    });

    it('wants an address', async () => {
      const { harness } = await openForgot();
      await harness.submit();
      expect(await harness.fieldError('email')).toBe('Please enter your e-mail.');
      http().expectNone(`${BASE_URL}/forgot-password`);
    });
  });

  describe('ResetPasswordComponent', () => {
    for (const password of PASSWORDS) {
      it(`sends the link's words and the password ${password.slice(0, 12)} as they are`, async () => {
        const { screen } = await openReset('/here?token=t0%2Bk&uid=7&a=b#c');
        screen.type('password', password);
        await screen.submit();
        const { body } = request('/reset-password').request;
        expect(body).toEqual(jasmine.objectContaining({ token: 't0+k', uid: '7', password }));
      });
    }

    it('takes the link off the address bar, and nothing else', async () => {
      await openReset('/here?token=secret&email=ada@example.com&a=b#c');
      expect(TestBed.inject(Location).path(true)).toBe('/here?a=b#c');
    });

    it('prefers what it is given', async () => {
      const { harness } = await openReset('/here?token=old', { token: 'new' });
      await harness.reset('secret');
      expect((request('/reset-password').request.body as { token: string }).token).toBe('new');
    });

    it('says that a link without a token is no good', async () => {
      const { harness } = await openReset('/here');
      expect(await harness.errorText()).toBe(BAD_LINK);
      expect(await harness.asksForPassword()).toBeFalse();
    });

    it('says that a refused link is no good, in its own words where the backend has none', async () => {
      const { harness, screen } = await openReset('/here?token=used');
      await harness.reset('secret');
      request('/reset-password').flush({}, refusal);
      expect(await harness.errorText()).toBe(BAD_LINK);
      expect(screen.host.innerHTML).not.toContain('used"');
    });

    it('leads to the login page, signs nobody in and forgets the password', async () => {
      const { harness, screen } = await openReset('/here?token=t');
      const input = screen.input('password');
      await harness.reset('secret');
      request('/reset-password').flush({ status: 'success' });
      expect(await harness.statusText()).toContain('Your new password is saved.');
      expect(screen.find<HTMLAnchorElement>('a')!.getAttribute('href')).toBe('/login');
      expect(input.value).toBe('');
      expect(auth.isAuthenticated()).toBeFalse();
    });

    for (const [what, code] of [
      ['saved a password', 200],
      ['was refused', 400],
    ] as const) {
      it(`starts anew with the next link after one that ${what}`, async () => {
        const { harness, screen } = await openReset('/here?token=first&uid=1');
        await harness.reset('secret');
        request('/reset-password').flush({}, { status: code, statusText: 'Answered' });
        await screen.fixture.whenStable();
        await follow('/here?token=second');
        expect(await harness.errorText()).toBeNull();
        expect(screen.input('password').value).toBe('');
        expect(TestBed.inject(Location).path()).toBe('/here');
        await harness.reset('newer');
        const { body } = request('/reset-password').request;
        const noOther = { uid: undefined, email: undefined };
        expect(body).toEqual({ token: 'second', ...noOther, password: 'newer' });
      });
    }

    it('waits for the answer to the last link only', async () => {
      const { harness } = await openReset('/here?token=first');
      await harness.reset('secret');
      const call = request('/reset-password');
      await follow('/here?token=second');
      expect(await harness.isBusy()).toBeFalse();
      expect(call.cancelled).toBeTrue();
    });

    for (const url of ['/here?token=first', '/here?a=b', '/here#c']) {
      it(`keeps what was typed when the page goes to ${url}`, async () => {
        const { harness, screen } = await openReset('/here?token=first');
        await harness.setField('password', 'typed');
        await follow('/here?token=first&a=b');
        await follow(url);
        await screen.fixture.whenStable();
        expect(screen.input('password').value).toBe('typed');
        expect(TestBed.inject(Location).path(true)).not.toContain('token');
      });
    }

    it('starts anew when it is given another token', async () => {
      const { harness, screen } = await openReset('/here', { token: 'first' });
      await harness.reset('secret');
      request('/reset-password').flush({ status: 'success' });
      screen.fixture.componentRef.setInput('token', 'second');
      expect(await harness.asksForPassword()).toBeTrue();
    });

    it('keeps to the rules and wants the password twice where asked', async () => {
      const inputs = { passwordRules: [digit], confirmPassword: true };
      const { harness } = await openReset('/here?token=t', inputs);
      await harness.setField('password', 'no digit');
      await harness.setField('confirmPassword', 'another');
      await harness.submit();
      expect(await harness.fieldError('password')).toContain('does not meet all requirements');
      expect(await harness.fieldError('confirmPassword')).toBe(
        'The two passwords are not the same.',
      );
      http().expectNone(`${BASE_URL}/reset-password`);
      await harness.reset('digit 1');
      expect(Object.keys(request('/reset-password').request.body as object)).not.toContain(
        'confirmPassword',
      );
    });
  });

  describe('ChangePasswordComponent', () => {
    beforeEach(() => auth.setToken('opaque'));

    for (const password of PASSWORDS) {
      it(`sends ${password.slice(0, 12)} as it is, with the token`, async () => {
        const { screen } = await openChange();
        screen.type('currentPassword', password);
        screen.type('newPassword', password);
        await screen.submit();
        const { request: sent } = request('/change-password');
        expect(sent.body).toEqual({ currentPassword: password, newPassword: password });
        expect(sent.headers.get('Authorization')).toBe('Bearer opaque');
      });
    }

    it('confirms, and empties its fields', async () => {
      const { harness, screen } = await openChange();
      const input = screen.input('newPassword');
      await harness.change({ currentPassword: 'old', newPassword: 'new' });
      request('/change-password').flush({ status: 'success' });
      expect(await harness.statusText()).toBe('Your password has been changed.');
      expect(input.value).toBe('');
      expect(auth.isAuthenticated()).toBeTrue();
    });
  });

  describe('VerifyEmailComponent', () => {
    it('confirms the address at once, with the link of the mail', async () => {
      const { harness } = await openVerify('/here?token=t&uid=7');
      expect(await harness.statusText()).toBe('Confirming your e-mail address…');
      const call = request('/verify-email');
      expect(call.request.body).toEqual({ token: 't', uid: '7' });
      call.flush({ status: 'success' });
      expect(await harness.statusText()).toMatch(/^Your e-mail address is confirmed\.\s+Sign in$/);
      expect(TestBed.inject(Location).path(true)).toBe('/here');
    });

    it('asks nothing without a token', async () => {
      const { harness } = await openVerify('/here');
      expect(await harness.errorText()).toBe(BAD_LINK);
      http().expectNone(`${BASE_URL}/verify-email`);
    });

    it('does not offer to try a refused link again', async () => {
      const { harness } = await openVerify('/here?token=t');
      request('/verify-email').flush({}, refusal);
      expect(await harness.errorText()).toBe(BAD_LINK);
      expect(await harness.canTryAgain()).toBeFalse();
    });

    for (const [what, code] of [
      ['was confirmed', 200],
      ['was refused', 400],
      ['found the backend away', 503],
    ] as const) {
      it(`confirms with the next link after one that ${what}`, async () => {
        const { harness, screen } = await openVerify('/here?token=first&uid=1');
        const verified = jasmine.createSpy();
        screen.fixture.componentInstance.verified.subscribe(verified);
        request('/verify-email').flush({}, { status: code, statusText: 'Answered' });
        await screen.fixture.whenStable();
        verified.calls.reset();
        await follow('/here?token=second');
        expect(await harness.statusText()).toBe('Confirming your e-mail address…');
        expect(await harness.errorText()).toBeNull();
        const call = request('/verify-email');
        expect(call.request.body).toEqual({ token: 'second' });
        call.flush({ status: 'success' });
        expect(await harness.statusText()).toContain('confirmed');
        expect(verified).toHaveBeenCalledTimes(1);
        expect(TestBed.inject(Location).path()).toBe('/here');
      });
    }

    it('asks once for a link, and waits for the answer to the last only', async () => {
      const { screen } = await openVerify('/here?token=first');
      const call = request('/verify-email');
      await follow('/here?token=first&a=b');
      await screen.fixture.whenStable();
      http().expectNone(`${BASE_URL}/verify-email`);
      await follow('/here?token=second');
      await screen.fixture.whenStable();
      request('/verify-email');
      expect(call.cancelled).toBeTrue();
    });

    it('sends a link once that it is given late', async () => {
      await open(GivenLate);
      expect(request('/verify-email').request.body).toEqual({ token: 'late' });
    });

    it('leaves the link to the component that the app makes for it', async () => {
      const screen = await open(OneForEachLink);
      for (const token of ['first', 'second']) {
        await follow(`/here?token=${token}`);
        await screen.fixture.whenStable();
        expect(request('/verify-email').request.body).toEqual({ token });
        expect(TestBed.inject(Location).path()).toBe('/here');
      }
    });

    it('takes all of the next link at once where the router hands over its token', async () => {
      const { screen } = await openVerify('/here?token=first&uid=1');
      request('/verify-email').flush({ status: 'success' });
      const handOver = TestBed.inject(Router).events.subscribe((event) => {
        const isActive = event instanceof ActivationEnd;
        if (isActive) screen.fixture.componentRef.setInput('token', 'second');
      });
      await follow('/here?token=second&uid=2');
      await screen.fixture.whenStable();
      expect(request('/verify-email').request.body).toEqual({ token: 'second', uid: '2' });
      handOver.unsubscribe();
    });

    it('tries again when the backend was away', async () => {
      const { harness } = await openVerify('/here?token=t');
      request('/verify-email').flush(null, { status: 503, statusText: 'Later' });
      expect(await harness.errorText()).toBe('The server has a problem. Please try again later.');
      await harness.tryAgain();
      request('/verify-email').flush({ status: 'success' });
      expect(await harness.statusText()).toContain('confirmed');
    });
  });
});
