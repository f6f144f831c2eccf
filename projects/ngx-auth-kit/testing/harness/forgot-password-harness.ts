import { FormHarness } from './form-harness';

/**
 * A harness for `ForgotPasswordComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(ForgotPasswordHarness);
 * await form.requestMail('ada@example.com');
 * expect(await form.statusText()).toContain('on its way');
 * ```
 */
export class ForgotPasswordHarness extends FormHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-forgot-password';

  /** Types the address and submits the form. */
  async requestMail(email: string): Promise<void> {
    await this.setField('email', email);
    await this.submit();
  }
}
