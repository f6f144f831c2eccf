import { FormHarness } from './form-harness';

/** The common part of the harnesses of forms for a new password. */
export abstract class NewPasswordHarness extends FormHarness {
  private readonly repetition = this.locatorForOptional('input[name="confirmPassword"]');

  /** Types the password, twice if the form asks for that, and submits the form. */
  protected async chooseAndSubmit(name: string, password: string): Promise<void> {
    await this.setField(name, password);
    if (await this.repetition()) await this.setField('confirmPassword', password);
    await this.submit();
  }
}
