import { AuthUser } from '../session/auth-user';
import { isObject } from './property';
import { TOKEN_NAMES } from './read-tokens';

const ABOUT_TOKENS = ['token_type', 'tokenType', 'expires_in', 'expiresIn'];
/** JSON can hold a property of this name, and whoever copies it with `Object.assign` gets its prototype. */
const PROTOTYPE = '__proto__';

/**
 * The user that a value describes: the object without tokens and what is said about them. Null
 * where nothing else is in it.
 * @param others Further properties that are not the user's.
 */
export function withoutTokens(value: unknown, ...others: readonly string[]): AuthUser | null {
  if (!isObject(value)) return null;
  const unwanted = [...TOKEN_NAMES, ...ABOUT_TOKENS, PROTOTYPE, ...others];
  const entries = Object.entries(value).filter(([name]) => !unwanted.includes(name));
  return entries.length > 0 ? Object.fromEntries(entries) : null;
}
