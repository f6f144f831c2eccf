/** Who may sign in. */
export type UserName = 'ada' | 'bob';

/** The password of every user; whoever finds it at rest has found a leak. */
export const PASSWORD = 'the-right-password';

/** What one access or refresh token, in a body or in a cookie, stands for. */
export interface Credential {
  readonly value: string;
  readonly kind: 'access' | 'refresh';
  readonly sessionId: string;
  readonly user: UserName;
  /** By real time, in milliseconds; null if it lasts. */
  readonly expiresAt: number | null;
}

const HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** A JWT of the backend. Its signature is a word, because nobody here verifies it. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  return `${HEADER}.${encode(claims)}.c2ln`;
}

function encode(part: object): string {
  return btoa(JSON.stringify(part)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
