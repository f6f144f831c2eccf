import type { TestElement } from '@angular/cdk/testing';
import { MessageHarness } from './message-harness';

/** The common part of the harnesses of all forms. */
export abstract class FormHarness extends MessageHarness {
  private readonly form = this.locatorFor('form');
  private readonly submitButton = this.locatorFor('button[type="submit"]');

  /** Submits the form by a click on its button. */
  async submit(): Promise<void> {
    await (await this.submitButton()).click();
  }

  /** Returns true while the form waits for an answer. */
  async isBusy(): Promise<boolean> {
    return (await (await this.form()).getAttribute('aria-busy')) === 'true';
  }

  /**
   * Returns the error at a field, or null if it has none.
   * @param name The name of the input, such as `password`.
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
   * Replaces the value of a field as a user does, and leaves the field.
   * @param name The name of the input, such as `code`, or that of your own field.
   */
  setField(name: string, value: string): Promise<void> {
    return this.type(value, name);
  }

  /**
   * Ticks or unticks a checkbox.
   * @param name The name of the input, such as `remember`.
   */
  async setChecked(name: string, checked: boolean): Promise<void> {
    const input = await this.input(name);
    if ((await input.getProperty<boolean>('checked')) !== checked) await input.click();
  }

  /** Returns the value of a field. */
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
