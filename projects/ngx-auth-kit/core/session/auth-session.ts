import { AuthTokens } from './auth-tokens';
import { AuthUser } from './auth-user';

/** Tokens that your app got elsewhere, and the user they belong to. */
export interface AuthSession<User = AuthUser> extends AuthTokens {
  /** The user. Default: the current user if the tokens have the same subject, otherwise unknown. */
  readonly user?: User | null;
}
