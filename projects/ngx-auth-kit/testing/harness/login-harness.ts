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

  /** Fills the form in and sends it. */
  signIn(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }
}
