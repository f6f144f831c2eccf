import { FormHarness } from './form-harness';

/** The values to sign in or to register. */
export interface CredentialInput {
  /** The e-mail address, the username or the phone number, depending on the form. */
  readonly identifier: string;
  /** The password. Leave it out for a form without a password. */
  readonly password?: string;
}

/** The common part of the harnesses of the login and registration forms. */
export abstract class CredentialHarness extends FormHarness {
  /** Types the e-mail address, the username or the phone number. */
  setIdentifier(identifier: string): Promise<void> {
    return this.type(identifier, 'email', 'username', 'phone');
  }

  /** Types the password. */
  setPassword(password: string): Promise<void> {
    return this.type(password, 'password');
  }

  /** Returns the value of the field for the e-mail address, the username or the phone number. */
  identifier(): Promise<string> {
    return this.contentOf('email', 'username', 'phone');
  }

  /** Returns the value of the field for the password. */
  password(): Promise<string> {
    return this.contentOf('password');
  }

  protected async fillAndSubmit({ identifier, password }: CredentialInput): Promise<void> {
    await this.setIdentifier(identifier);
    if (password !== undefined) await this.setPassword(password);
    await this.submit();
  }
}
