import { CredentialHarness, CredentialInput } from './credential-harness';

/**
 * A `RegisterComponent` as its user meets it. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(RegisterHarness);
 * await form.register({ identifier: 'ada@example.com', password: 'secret' });
 * ```
 */
export class RegisterHarness extends CredentialHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-register';

  /** Fills the form in and sends it. */
  register(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }
}
