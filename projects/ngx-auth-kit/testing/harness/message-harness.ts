import { HarnessBase } from './harness-base';

/** The common part of all harnesses: messages. */
export abstract class MessageHarness extends HarnessBase {
  private readonly alert = this.locatorForOptional('[role="alert"]');
  private readonly status = this.locatorForOptional('[role="status"]');

  /** Returns the error of the component as a whole, or null if there is none. */
  async errorText(): Promise<string | null> {
    return (await (await this.alert())?.text()) ?? null;
  }

  /** Returns the status message of the component, or null if there is none. */
  async statusText(): Promise<string | null> {
    // The place is there before the text, so that screen readers notice it.
    return (await (await this.status())?.text()) || null;
  }
}
