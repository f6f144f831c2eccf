import { HarnessBase } from './harness-base';

/** What the harnesses of all components share: every component tells how it went. */
export abstract class MessageHarness extends HarnessBase {
  private readonly alert = this.locatorForOptional('[role="alert"]');
  private readonly status = this.locatorForOptional('[role="status"]');

  /** What went wrong, for the component as a whole; null where there is no error. */
  async errorText(): Promise<string | null> {
    return (await (await this.alert())?.text()) ?? null;
  }

  /** What the component reports beside errors; null where there is nothing to say. */
  async statusText(): Promise<string | null> {
    // The place is there before the text, so that screen readers notice it.
    return (await (await this.status())?.text()) || null;
  }
}
