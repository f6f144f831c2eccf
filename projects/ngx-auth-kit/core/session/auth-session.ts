import { AuthTokens } from './auth-tokens';
import { AuthUser } from './auth-user';

/** Tokens that were obtained elsewhere, and whose they are. */
export interface AuthSession<User = AuthUser> extends AuthTokens {
  /** Default: the user stays if the tokens are of the same subject, else it is not known. */
  readonly user?: User | null;
}
