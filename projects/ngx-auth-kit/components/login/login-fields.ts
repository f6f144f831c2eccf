import { AuthLabels } from 'ngx-auth-kit/labels';
import { AuthField } from '../fields/auth-field';
import { listedField } from '../fields/listed-field';
import { LoginField } from './login-field';

/** The fields of the login form with their texts. The first that the labels name is the identifier. */
export function loginFields(
  fields: readonly LoginField[],
  labels: AuthLabels,
): readonly AuthField[] {
  const identifier = fields.find((field) => typeof field === 'string' && field !== 'password');
  const hasPassword = fields.includes('password');
  return fields.map((field) => {
    const listed = listedField(field, labels, identifier);
    // Password managers look for the name that belongs to the password.
    return hasPassword && field === identifier ? { ...listed, autocomplete: 'username' } : listed;
  });
}
