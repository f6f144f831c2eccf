import { AuthErrorDetails } from '../errors/auth-error';

/**
 * Messages by the names of the input that `AuthService` takes.
 * @param names The backend's own name of a field, and the input's.
 */
export function renamedFields(
  fields: AuthErrorDetails['fields'],
  names: Readonly<Record<string, string>>,
): AuthErrorDetails['fields'] {
  if (!fields) return undefined;
  // The backend's own names stay beside them, for apps that know them.
  const renamed = Object.entries(fields)
    .filter(([name]) => Object.hasOwn(names, name))
    .reverse()
    .map(([name, message]) => [names[name], message] as const);
  return { ...fields, ...Object.fromEntries(renamed) };
}
