import { NewPasswordHarness } from './new-password-harness';

/** What users type to change their password. */
export interface PasswordChangeInput {
  /** The one that is to be replaced. */
  readonly currentPassword: string;
  /** Typed twice where the form asks for that. */
  readonly newPassword: string;
}

/**
 * A `ChangePasswordComponent` as its user meets it. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(ChangePasswordHarness);
 * await form.change({ currentPassword: 'secret', newPassword: 'new secret' });
 * ```
 */
export class ChangePasswordHarness extends NewPasswordHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-change-password';

  /** Fills the form in, with the new password twice where that is wanted, and sends it. */
  async change({ currentPassword, newPassword }: PasswordChangeInput): Promise<void> {
    await this.setField('currentPassword', currentPassword);
    await this.chooseAndSubmit('newPassword', newPassword);
  }
}
