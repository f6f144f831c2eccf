import { AuthErrorDetails } from '../errors/auth-error';
import { AuthEndpointName } from './auth-backend';
import { property } from './property';
import { renamedFields } from './renamed-fields';

/** A password as Laravel and Rails want it: twice, the second time as its confirmation. */
export function confirmedPassword(password: unknown): object {
  return { password, password_confirmation: password };
}

/** The body of a password change as they want it. */
export function passwordChange(input: unknown): object {
  return {
    current_password: property(input, 'currentPassword'),
    ...confirmedPassword(property(input, 'newPassword')),
  };
}

/** Their messages about a password change, by the names of its input as well. */
export function passwordChangeFields(
  fields: AuthErrorDetails['fields'],
  endpoint: AuthEndpointName,
): AuthErrorDetails['fields'] {
  return endpoint === 'changePassword'
    ? renamedFields(fields, { password: 'newPassword', current_password: 'currentPassword' })
    : fields;
}
