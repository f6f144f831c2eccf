import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { RenewableSessions } from '../renewable-sessions';
import { SessionTokens } from '../session-tokens';
import { withSessionId } from './with-session-id';

/** The sessions with a token that buys the next one, or a cookie that does. */
@Injectable()
export class RefreshableSessions extends RenewableSessions {
  readonly #backend = inject(AUTH_CONFIG).backend;

  override includes(tokens: SessionTokens | null): boolean {
    const { refresh } = this.#backend.endpoints;
    if (!refresh) return false;
    if (this.#backend.session === 'cookie' || refresh.withCredentials === true) return true;
    return tokens !== null && (tokens.refresh !== null || refresh.token === 'access');
  }

  override withId(tokens: SessionTokens): SessionTokens {
    return this.includes(tokens) ? withSessionId(tokens) : tokens;
  }
}
