import type { TestElement } from '@angular/cdk/testing';
import { MessageHarness } from './message-harness';

/** What the harnesses of all forms of the library share. */
export abstract class FormHarness extends MessageHarness {
  private readonly form = this.locatorFor('form');
  private readonly submitButton = this.locatorFor('button[type="submit"]');

  /** Sends the form as a click on its button does. */
  async submit(): Promise<void> {
    await (await this.submitButton()).click();
  }

  /** Whether an answer is waited for. */
  async isBusy(): Promise<boolean> {
    return (await (await this.form()).getAttribute('aria-busy')) === 'true';
  }

  /**
   * The error at a field; null where it has none.
   * @param name Of the input, e.g. `password`.
   */
  async fieldError(name: string): Promise<string | null> {
    const input = await this.input(name);
    if ((await input.getAttribute('aria-invalid')) !== 'true') return null;
    const ids = (await input.getAttribute('aria-describedby'))?.split(/\s+/).filter(Boolean) ?? [];
    // Hints may describe the field too; where one of the texts is an error by its id, it is the one.
    const errors = ids.filter((id) => id.endsWith('error'));
    const texts = (errors.length > 0 ? errors : ids).map((id) => this.textOf(id));
    return (await Promise.all(texts)).join(' ') || null;
  }

  /**
   * Replaces what is in a field, as typing does, and leaves it.
   * @param name Of the input, e.g. `code` or that of a field of the app's own.
   */
  setField(name: string, value: string): Promise<void> {
    return this.type(value, name);
  }

  /**
   * Ticks or unticks a checkbox.
   * @param name Of the input, e.g. `remember`.
   */
  async setChecked(name: string, checked: boolean): Promise<void> {
    const input = await this.input(name);
    if ((await input.getProperty<boolean>('checked')) !== checked) await input.click();
  }

  /** What is in a field. */
  protected async contentOf(...names: readonly string[]): Promise<string> {
    return (await this.input(...names)).getProperty<string>('value');
  }

  protected async type(value: string, ...names: readonly string[]): Promise<void> {
    const input = await this.input(...names);
    await input.clear();
    // To type nothing is an error in some environments.
    if (value !== '') await input.sendKeys(value);
    await input.blur();
  }

  /** The input by the first of the names that is there. */
  private input(...names: readonly string[]): Promise<TestElement> {
    return this.locatorFor(names.map((name) => `input[name="${name}"]`).join(','))();
  }

  private async textOf(id: string): Promise<string> {
    return (await this.locatorFor(`[id="${id}"]`)()).text();
  }
}
