import { AuthUser } from '../session/auth-user';
import { objectProperty } from './property';
import { TOKEN_NAMES } from './read-tokens';

/** The object at `name`, without the tokens that some answers put beside the user. */
export function userAt(body: unknown, name: string): AuthUser | null {
  const found = objectProperty(body, name);
  if (!found) return null;
  const entries = Object.entries(found).filter(([key]) => !TOKEN_NAMES.includes(key));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
