import { NewPasswordHarness } from './new-password-harness';

/**
 * A `ResetPasswordComponent` as its user meets it. Needs `@angular/cdk`.
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

  /** Whether the link was good enough to ask for a password; where not, `errorText()` says so. */
  async asksForPassword(): Promise<boolean> {
    return (await this.password()) !== null;
  }

  /** Types the password, twice where the form wants that, and sends the form. */
  reset(password: string): Promise<void> {
    return this.chooseAndSubmit('password', password);
  }
}
