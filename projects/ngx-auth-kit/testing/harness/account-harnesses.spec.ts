import { ComponentHarness, ComponentHarnessConstructor } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideZonelessChangeDetection, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  AuthError,
  AuthService,
  ChangePasswordComponent,
  ForgotPasswordComponent,
  ResetPasswordComponent,
  VerifyEmailComponent,
} from 'ngx-auth-kit';
import { AuthTesting } from '../session/auth-testing';
import { AuthTestingOptions } from '../session/auth-testing-options';
import { provideAuthTesting } from '../session/provide-auth-testing';
import { ChangePasswordHarness } from './change-password-harness';
import { ForgotPasswordHarness } from './forgot-password-harness';
import { ResetPasswordHarness } from './reset-password-harness';
import { VerifyEmailHarness } from './verify-email-harness';

let testing: AuthTesting;

function begin(options: AuthTestingOptions = {}): void {
  TestBed.configureTestingModule({
    providers: [provideZonelessChangeDetection(), provideRouter([]), provideAuthTesting(options)],
  });
  testing = TestBed.inject(AuthTesting);
}

async function open<T extends ComponentHarness>(
  component: Type<unknown>,
  harness: ComponentHarnessConstructor<T>,
  inputs: Record<string, unknown> = {},
): Promise<T> {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  return TestbedHarnessEnvironment.harnessForFixture(fixture, harness);
}

describe('ForgotPasswordHarness', () => {
  beforeEach(() => begin());

  it('asks for a mail and reads the confirmation', async () => {
    const form = await open(ForgotPasswordComponent, ForgotPasswordHarness);
    expect(await form.statusText()).toBeNull();
    await form.requestMail('ada@example.com');
    expect(testing.calls).toEqual([
      { method: 'forgotPassword', input: { email: 'ada@example.com' } },
    ]);
    expect(await form.statusText()).toMatch(/on its way/);
  });

  it('reads what is wrong, in the form and at the field', async () => {
    const form = await open(ForgotPasswordComponent, ForgotPasswordHarness);
    await form.requestMail('');
    expect(await form.fieldError('email')).toMatch(/e-mail/);
    testing.failNext('forgotPassword', 'network');
    await form.requestMail('ada@example.com');
    expect(await form.errorText()).toMatch(/cannot be reached/);
  });

  it('sees the form busy until the answer comes', async () => {
    const form = await open(ForgotPasswordComponent, ForgotPasswordHarness);
    const release = testing.holdNext('forgotPassword');
    await form.requestMail('ada@example.com');
    expect(await form.isBusy()).toBeTrue();
    release();
    expect(await form.statusText()).toMatch(/on its way/);
  });
});

describe('ResetPasswordHarness', () => {
  beforeEach(() => begin());

  for (const confirmPassword of [false, true]) {
    it(`chooses a password, repeated (${confirmPassword})`, async () => {
      const inputs = { token: 't', confirmPassword };
      const form = await open(ResetPasswordComponent, ResetPasswordHarness, inputs);
      expect(await form.asksForPassword()).toBeTrue();
      await form.reset(' new secret ');
      expect(testing.calls.map(({ input }) => input)).toEqual([
        jasmine.objectContaining({ token: 't', password: ' new secret ' }),
      ]);
      expect(await form.statusText()).toMatch(/is saved/);
    });
  }

  it('sees that a link is no good', async () => {
    const form = await open(ResetPasswordComponent, ResetPasswordHarness);
    expect(await form.asksForPassword()).toBeFalse();
    expect(await form.errorText()).toMatch(/expired/);
  });

  it('reads what the backend says at the field', async () => {
    const form = await open(ResetPasswordComponent, ResetPasswordHarness, { token: 't' });
    const fields = { password: 'Too common.' };
    testing.failNext('resetPassword', new AuthError('validation', { fields }));
    await form.reset('secret');
    expect(await form.fieldError('password')).toBe('Too common.');
  });
});

describe('ChangePasswordHarness', () => {
  const INPUT = { currentPassword: 'old', newPassword: 'new' };

  beforeEach(() => begin({ user: {} }));

  for (const confirmPassword of [false, true]) {
    it(`changes the password, repeated (${confirmPassword})`, async () => {
      const inputs = { confirmPassword };
      const form = await open(ChangePasswordComponent, ChangePasswordHarness, inputs);
      await form.change(INPUT);
      expect(testing.calls).toEqual([{ method: 'changePassword', input: INPUT }]);
      expect(await form.statusText()).toMatch(/has been changed/);
      expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
    });
  }

  it('reads that the current password is wrong', async () => {
    const form = await open(ChangePasswordComponent, ChangePasswordHarness);
    testing.failNext('changePassword', 'invalid_credentials');
    await form.change(INPUT);
    expect(await form.errorText()).toMatch(/current password is not correct/);
    expect(await form.statusText()).toBeNull();
  });
});

describe('VerifyEmailHarness', () => {
  const openWith = (token?: string) =>
    open(VerifyEmailComponent, VerifyEmailHarness, token ? { token } : {});

  beforeEach(() => begin());

  it('waits for the answer and reads the confirmation', async () => {
    const release = testing.holdNext('verifyEmail');
    const page = await openWith('t');
    expect(await page.statusText()).toMatch(/Confirming/);
    release();
    expect(await page.statusText()).toMatch(/is confirmed/);
    expect(await page.errorText()).toBeNull();
    expect(testing.calls.map(({ method }) => method)).toEqual(['verifyEmail']);
  });

  it('tries again after a failure that may pass', async () => {
    testing.failNext('verifyEmail', 'server_error');
    const page = await openWith('t');
    expect(await page.errorText()).toMatch(/has a problem/);
    expect(await page.canTryAgain()).toBeTrue();
    await page.tryAgain();
    expect(await page.statusText()).toMatch(/is confirmed/);
  });

  it('cannot try a bad link again', async () => {
    const page = await openWith();
    expect(await page.errorText()).toMatch(/expired/);
    expect(await page.canTryAgain()).toBeFalse();
    await expectAsync(page.tryAgain()).toBeRejectedWithError(/no button to try again/);
  });
});
