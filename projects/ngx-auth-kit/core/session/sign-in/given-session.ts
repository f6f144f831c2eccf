import { inject, Injectable } from '@angular/core';
import { withoutTokens } from '../../backends/without-tokens';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { injectDevMessages } from '../../errors/dev-messages';
import { AuthSession } from '../auth-session';
import { explainExpired, explainMalformed } from '../state/explain-malformed';
import { SessionStore } from '../state/session-store';
import { toSessionTokens } from '../state/session-tokens';
import { subjectOf } from '../state/subject-of';

/** Takes what the app has obtained elsewhere: tokens, and the user's details. */
@Injectable({ providedIn: 'root' })
export class GivenSession {
  readonly #config = inject(AUTH_CONFIG);
  readonly #store = inject(SessionStore);
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();

  /** Takes tokens. False if they are malformed or expired; then nothing has changed. */
  take(given: AuthSession<object>, remember?: boolean): boolean {
    const tokens = toSessionTokens(given, this.#config.headerPrefix);
    if (!tokens) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        explainMalformed(this.#messages, 'a token that the app gave was refused', given);
      }
      return false;
    }
    // What is left out stays, as another tab may have stored it.
    this.#store.follow();
    const session = this.#store.session();
    const offset = session?.offset ?? 0;
    const { expiresAt, refresh } = tokens;
    if (expiresAt !== null && expiresAt - offset <= this.#time.now()) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) explainExpired(this.#messages);
      return false;
    }
    const user =
      given.user === undefined
        ? undefined
        : withoutTokens(given.user, tokens.access.value, refresh);
    const subject = subjectOf(tokens, user ?? null);
    const isSame = session?.tokens && subject !== null && subject === session.subject;
    if (isSame && remember === undefined) {
      const kept = { ...tokens, refresh: refresh ?? session.tokens.refresh };
      const next = { ...session, version: session.version + 1, tokens: kept };
      if (this.#store.dispatch({ type: 'updated', session: next, user })) return true;
    }
    return this.#store.signIn(this.#store.attempt, { tokens, offset }, user ?? null, remember);
  }

  /** Takes the user's details. */
  takeUser(given: object): void {
    // Another tab may have stored newer credentials, which must not be replaced by this tab's.
    this.#store.follow();
    const { access, refresh } = this.#store.tokens() ?? {};
    const user = withoutTokens(given, access?.value, refresh);
    if (!this.#store.dispatch({ type: 'updated', user })) return;
    const { id, version } = this.#store.session()!;
    this.#store.messages.next({ type: 'named', id, version, user });
  }
}
