import { RetryHarness } from './retry-harness';

/**
 * A harness for `StatusComponent`. Needs `@angular/cdk`.
 *
 * ```ts
 * const status = await TestbedHarnessEnvironment.loader(fixture).getHarness(StatusHarness);
 * expect(await status.details()).toEqual({ email: 'ada@example.com' });
 * ```
 */
export class StatusHarness extends RetryHarness {
  /** Finds the component. */
  static readonly hostSelector = 'auth-status';

  private readonly names = this.locatorForAll('dl dt');
  private readonly values = this.locatorForAll('dl dd');
  // Found by what they follow: apps may project buttons of their own into the component.
  private readonly signOutButton = this.locatorForOptional('[role="status"] + button, dl + button');

  /** Returns the shown details of the user, by name. */
  async details(): Promise<Record<string, string>> {
    const names = (await this.names()).map((name) => name.text());
    const values = (await this.values()).map((value) => value.text());
    const texts = await Promise.all(values);
    return Object.fromEntries(
      (await Promise.all(names)).map((name, index) => [name, texts[index]!]),
    );
  }

  /** Returns true if there is a button to sign out. */
  async canSignOut(): Promise<boolean> {
    return (await this.signOutButton()) !== null;
  }

  /**
   * Signs out.
   * @throws if no one is signed in.
   */
  async signOut(): Promise<void> {
    const button = await this.signOutButton();
    if (!button) throw new Error('auth-status has no button to sign out.');
    await button.click();
  }
}
