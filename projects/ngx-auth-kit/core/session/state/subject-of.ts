import { property } from '../../backends/property';
import { AuthUser } from '../auth-user';
import { SessionTokens } from './session-tokens';

const CLAIMS = ['sub', 'identity'];
const USER_IDS = ['id', 'user_id', 'userId', '_id', 'sub'];

/** The user that a session belongs to, by its token, else as the backend names the user. */
export function subjectOf(tokens: SessionTokens | null, user: AuthUser | null): string | null {
  return find('claim ', tokens?.access.claims, CLAIMS) ?? find('', user, USER_IDS);
}

function find(kind: string, source: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const value = property(source, name);
    if (typeof value === 'string' || typeof value === 'number') return `${kind}${name}:${value}`;
  }
  return null;
}
