import { NewPasswordHarness } from './new-password-harness';

/**
 * A harness for `ResetPasswordComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(ResetPasswordHarness);
 * await form.reset('new secret');
 * ```
 */
export class ResetPasswordHarness extends NewPasswordHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-reset-password';

  private readonly password = this.locatorForOptional('input[name="password"]');

  /**
   * Returns true if the form asks for a password. If the link is not valid, it does not, and
   * `errorText()` returns the reason.
   */
  async asksForPassword(): Promise<boolean> {
    return (await this.password()) !== null;
  }

  /** Types the password, twice if the form asks for that, and submits the form. */
  reset(password: string): Promise<void> {
    return this.chooseAndSubmit('password', password);
  }
}
