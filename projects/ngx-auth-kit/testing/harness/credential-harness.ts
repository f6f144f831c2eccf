import { FormHarness } from './form-harness';

/** What users type to sign in or to register. */
export interface CredentialInput {
  /** The e-mail address, the username or the phone number, whichever the form asks for. */
  readonly identifier: string;
  /** Typed as it is. Default: none, for a form that asks for none. */
  readonly password?: string;
}

/** What the harnesses of the login and the registration form share. */
export abstract class CredentialHarness extends FormHarness {
  /** Types the e-mail address, the username or the phone number. */
  setIdentifier(identifier: string): Promise<void> {
    return this.type(identifier, 'email', 'username', 'phone');
  }

  /** Types the password. */
  setPassword(password: string): Promise<void> {
    return this.type(password, 'password');
  }

  /** What is in the field for the e-mail address, the username or the phone number. */
  identifier(): Promise<string> {
    return this.contentOf('email', 'username', 'phone');
  }

  /** What is in the field for the password. */
  password(): Promise<string> {
    return this.contentOf('password');
  }

  protected async fillAndSubmit({ identifier, password }: CredentialInput): Promise<void> {
    await this.setIdentifier(identifier);
    if (password !== undefined) await this.setPassword(password);
    await this.submit();
  }
}
