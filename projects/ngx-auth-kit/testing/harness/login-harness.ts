import { CredentialHarness, CredentialInput } from './credential-harness';

/**
 * A harness for `LoginComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const login = await TestbedHarnessEnvironment.loader(fixture).getHarness(LoginHarness);
 * await login.signIn({ identifier: 'ada@example.com', password: 'secret' });
 * ```
 */
export class LoginHarness extends CredentialHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-login';

  private readonly code = this.locatorForOptional('input[name="code"]');
  private readonly passwordInput = this.locatorForOptional('input[name="password"]');
  private readonly resendButton = this.locatorForOptional('auth-resend-code button');

  /** Fills in the form and submits it. */
  signIn(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }

  /** Returns true if the form asks for a one-time code. */
  async asksForCode(): Promise<boolean> {
    return (await this.code()) !== null;
  }

  /**
   * Returns true if the form asks for a password. This is not so for logins by code, nor while the
   * form asks for the code.
   */
  async asksForPassword(): Promise<boolean> {
    return (await this.passwordInput()) !== null;
  }

  /** Returns true if the form has a button to send the code again. */
  async canResendCode(): Promise<boolean> {
    return (await this.resendButton()) !== null;
  }

  /**
   * Sends the code again. `statusText()` returns the result.
   * @throws if the form has no button for it.
   */
  async resendCode(): Promise<void> {
    const button = await this.resendButton();
    if (!button) throw new Error('The form has no button to send the code again.');
    await button.click();
  }

  /** Types the one-time code and submits it. */
  async verify(code: string): Promise<void> {
    await this.setField('code', code);
    await this.submit();
  }
}
