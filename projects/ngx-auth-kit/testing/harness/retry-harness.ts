import { MessageHarness } from './message-harness';

/** The common part of the harnesses of components that ask the backend by themselves. */
export abstract class RetryHarness extends MessageHarness {
  // Found by what it follows: apps may project buttons of their own into the component.
  private readonly retryButton = this.locatorForOptional('[role="alert"] + button');

  /** Returns true if there is a button to ask the backend again. */
  async canTryAgain(): Promise<boolean> {
    return (await this.retryButton()) !== null;
  }

  /**
   * Asks the backend again.
   * @throws if there is no error, or if another try would not help.
   */
  async tryAgain(): Promise<void> {
    const button = await this.retryButton();
    if (!button) throw new Error('The component has no button to try again.');
    await button.click();
  }
}
