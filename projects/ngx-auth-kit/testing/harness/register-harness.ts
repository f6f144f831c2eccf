import { CredentialHarness, CredentialInput } from './credential-harness';

/**
 * A harness for `RegisterComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const form = await TestbedHarnessEnvironment.loader(fixture).getHarness(RegisterHarness);
 * await form.register({ identifier: 'ada@example.com', password: 'secret' });
 * ```
 */
export class RegisterHarness extends CredentialHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-register';

  /** Fills in the form and submits it. */
  register(input: CredentialInput): Promise<void> {
    return this.fillAndSubmit(input);
  }
}
