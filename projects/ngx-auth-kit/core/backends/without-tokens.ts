import { AuthUser } from '../session/auth-user';
import { isObject } from './property';
import { TOKEN_NAMES } from './read-tokens';

const NAMES: readonly string[] = [...TOKEN_NAMES, 'id_token', 'idToken'];
const ABOUT_TOKENS = ['token_type', 'tokenType', 'expires_in', 'expiresIn'];
/** JSON can hold a property of this name, and whoever copies it with `Object.assign` gets its prototype. */
const PROTOTYPE = '__proto__';
/** Deeper than answers nest, so that a circle ends. */
const DEPTH = 8;

/**
 * The user that a value describes, without tokens at any depth and without what is said about them.
 * Null if the value is no object or nothing else is in it.
 * @param tokens The tokens that are known: they are removed whatever their names are.
 */
export function withoutTokens(value: unknown, ...tokens: readonly unknown[]): AuthUser | null {
  if (!isObject(value)) return null;
  const user = stripped(value, tokens.filter(Boolean), DEPTH) as AuthUser;
  return Object.keys(user).length > 0 ? user : null;
}

/** The value itself if there is nothing to remove, so that objects of the app's classes stay whole. */
function stripped(value: unknown, tokens: readonly unknown[], depth: number): unknown {
  if (value === null || typeof value !== 'object' || depth === 0) return value;
  const isTop = depth === DEPTH;
  const entries = Object.entries(value);
  const kept = entries
    .filter(([name, part]) => !tokens.includes(part) && !isUnwanted(name, isTop))
    .map(([name, part]) => [name, stripped(part, tokens, depth - 1)] as const);
  const isWhole =
    kept.length === entries.length && kept.every(([, part], i) => part === entries[i]![1]);
  if (isWhole) return value;
  if (Array.isArray(value)) return kept.map(([, part]) => part);
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as object;
  return Object.assign(copy, Object.fromEntries(kept));
}

/** Beside a user `key` is a token of Django's; further down it may be anything. */
function isUnwanted(name: string, isTop: boolean): boolean {
  return (
    name === PROTOTYPE ||
    (NAMES.includes(name) && (isTop || name !== 'key')) ||
    (isTop && ABOUT_TOKENS.includes(name))
  );
}
