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

  /** Fills the form in and sends it. */
  signIn(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }

  /** Whether the backend wants a one-time code as well. */
  async asksForCode(): Promise<boolean> {
    return (await this.code()) !== null;
  }

  /** Types the one-time code and sends it. */
  async verify(code: string): Promise<void> {
    await this.setField('code', code);
    await this.submit();
  }
}
