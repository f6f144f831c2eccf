import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { RenewableSessions } from '../renewable-sessions';
import { SessionTokens } from '../session-tokens';
import { withSessionId } from './with-session-id';

/** The sessions with a token that buys the next one, or a cookie that does. */
@Injectable()
export class RefreshableSessions extends RenewableSessions {
  readonly #config = inject(AUTH_CONFIG);

  override includes(tokens: SessionTokens | null): boolean {
    const { usesCookie, backend } = this.#config;
    const { refresh } = backend.endpoints;
    if (!refresh) return false;
    if (usesCookie || refresh.withCredentials === true) return true;
    return tokens !== null && (tokens.refresh !== null || refresh.token === 'access');
  }

  override withId(tokens: SessionTokens): SessionTokens {
    return this.includes(tokens) ? withSessionId(tokens) : tokens;
  }
}
