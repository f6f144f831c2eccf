import { CredentialHarness, CredentialInput } from './credential-harness';

/**
 * A `LoginComponent` as its user meets it. Needs `@angular/cdk`.
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

  /** Fills the form in and sends it. */
  signIn(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }

  /** Whether the backend wants a one-time code as well. */
  async asksForCode(): Promise<boolean> {
    return (await this.code()) !== null;
  }

  /** Whether the form asks for a password: not for logins by code, nor while it asks for the code. */
  async asksForPassword(): Promise<boolean> {
    return (await this.passwordInput()) !== null;
  }

  /** Whether the code can be sent again. */
  async canResendCode(): Promise<boolean> {
    return (await this.resendButton()) !== null;
  }

  /**
   * Has the code sent again; `statusText()` tells how that went.
   * @throws if the form has no button for it.
   */
  async resendCode(): Promise<void> {
    const button = await this.resendButton();
    if (!button) throw new Error('The form has no button to send the code again.');
    await button.click();
  }

  /** Types the one-time code and sends it. */
  async verify(code: string): Promise<void> {
    await this.setField('code', code);
    await this.submit();
  }
}
