import { withoutTokens } from './without-tokens';

/** The body itself as the user; null if it is no object or says nothing but these notices. */
export function userIn(body: unknown, ...notices: readonly string[]): object | null {
  const names = Object.keys(withoutTokens(body) ?? {});
  return names.some((name) => !notices.includes(name)) ? (body as object) : null;
}
