import { RetryHarness } from './retry-harness';

/**
 * A harness for `VerifyEmailComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const page = await TestbedHarnessEnvironment.loader(fixture).getHarness(VerifyEmailHarness);
 * expect(await page.statusText()).toContain('confirmed');
 * ```
 */
export class VerifyEmailHarness extends RetryHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-verify-email';
}
