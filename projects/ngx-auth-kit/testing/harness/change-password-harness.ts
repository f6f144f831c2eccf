import { NewPasswordHarness } from './new-password-harness';

/** The values for {@link ChangePasswordHarness.change}. */
export interface PasswordChangeInput {
  /** The current password. */
  readonly currentPassword: string;
  /** The new password. It is typed twice if the form asks for that. */
  readonly newPassword: string;
}

/**
 * A harness for `ChangePasswordComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(ChangePasswordHarness);
 * await form.change({ currentPassword: 'secret', newPassword: 'new secret' });
 * ```
 */
export class ChangePasswordHarness extends NewPasswordHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-change-password';

  /** Fills in the form, with the new password twice if the form asks for that, and submits it. */
  async change({ currentPassword, newPassword }: PasswordChangeInput): Promise<void> {
    await this.setField('currentPassword', currentPassword);
    await this.chooseAndSubmit('newPassword', newPassword);
  }
}
