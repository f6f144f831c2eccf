import { MessageHarness } from './message-harness';

/** What the harnesses of components share that ask the backend by themselves. */
export abstract class RetryHarness extends MessageHarness {
  // Found by what it follows: apps may project buttons of their own into the component.
  private readonly retryButton = this.locatorForOptional('[role="alert"] + button');

  /** Whether the backend can be asked again. */
  async canTryAgain(): Promise<boolean> {
    return (await this.retryButton()) !== null;
  }

  /**
   * Asks the backend again.
   * @throws where there is no error, or none that another try could mend.
   */
  async tryAgain(): Promise<void> {
    const button = await this.retryButton();
    if (!button) throw new Error('The component has no button to try again.');
    await button.click();
  }
}
