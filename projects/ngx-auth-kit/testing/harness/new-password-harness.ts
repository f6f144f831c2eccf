import { FormHarness } from './form-harness';

/** What the harnesses of forms share in which a password is chosen. */
export abstract class NewPasswordHarness extends FormHarness {
  private readonly repetition = this.locatorForOptional('input[name="confirmPassword"]');

  /** Types the password, once more where the form wants that, and sends the form. */
  protected async chooseAndSubmit(name: string, password: string): Promise<void> {
    await this.setField(name, password);
    if (await this.repetition()) await this.setField('confirmPassword', password);
    await this.submit();
  }
}
