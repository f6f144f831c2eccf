import { AuthLabels } from 'ngx-auth-kit/labels';
import { Identifier } from '../form/page-inputs';
import { AuthField } from './auth-field';

/** A field that the labels name. */
export type NamedField = Identifier | 'password';

/** A field of the library or the app, by configuration. */
export interface ListedField extends AuthField {
  readonly missing?: string;
  readonly alias?: string;
}

const TYPES = { email: 'email', username: 'text', phone: 'tel', password: 'password' } as const;
const AUTOCOMPLETE = {
  email: 'email',
  username: 'username',
  phone: 'tel',
  password: 'current-password',
};

/**
 * A field of a form, with its texts.
 * @param identifier The field that the backend may call so in its messages.
 */
export function listedField(
  field: NamedField | AuthField,
  labels: AuthLabels,
  identifier: unknown,
): ListedField {
  if (typeof field !== 'string') return field;
  return {
    ...labels.fields[field],
    name: field,
    type: TYPES[field],
    autocomplete: AUTOCOMPLETE[field],
    alias: field === identifier ? 'identifier' : undefined,
  };
}
