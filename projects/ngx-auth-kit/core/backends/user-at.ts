import { AuthUser } from '../session/auth-user';
import { property } from './property';
import { withoutTokens } from './without-tokens';

/** The object at `name`, without the tokens that some answers put beside the user. */
export function userAt(body: unknown, name: string): AuthUser | null {
  return withoutTokens(property(body, name));
}
