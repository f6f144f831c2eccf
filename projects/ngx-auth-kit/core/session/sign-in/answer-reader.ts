import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthChallenge } from '../../backends/auth-backend';
import { withoutTokens } from '../../backends/without-tokens';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { injectDevMessages } from '../../errors/dev-messages';
import { AuthTokens } from '../auth-tokens';
import { AuthUser } from '../auth-user';
import { explainExpired, explainMalformed } from '../state/explain-malformed';
import { IssuedTokens, issuedNow } from '../state/issued-now';
import { SessionTokens, toSessionTokens } from '../state/session-tokens';

type Answer = HttpResponse<unknown> | HttpErrorResponse;

/** Reads the answers of auth endpoints. It signs nobody in. */
@Injectable({ providedIn: 'root' })
export class AnswerReader {
  readonly #config = inject(AUTH_CONFIG);
  readonly #backend = this.#config.backend;
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();

  /**
   * The user that the answer names, without tokens, whoever wrote the reader.
   * @param tokens What the answer grants, or the session has.
   */
  user(response: HttpResponse<unknown>, tokens: SessionTokens | null): AuthUser | null {
    const { access, refresh } = tokens ?? {};
    return this.#read(response, 'readUser', () =>
      withoutTokens(
        this.#backend.readUser(response, access?.claims ?? null),
        access?.value,
        refresh,
      ),
    );
  }

  /** The tokens that the answer grants. */
  tokens(response: HttpResponse<unknown>): AuthTokens | null {
    return this.#read(response, 'readTokens', () => this.#backend.readTokens(response));
  }

  /** Whether the answer to a registration signs in. */
  signsIn(response: HttpResponse<unknown>): boolean {
    const { signsIn } = this.#backend.endpoints.register ?? {};
    if (typeof signsIn === 'function') {
      return this.#read(response, 'signsIn', () => signsIn(response));
    }
    // Scripts cannot see whether an answer set a cookie.
    return signsIn ?? (!this.#config.usesCookie && !!this.tokens(response));
  }

  /** What the answer asks for before it signs in. */
  challenge(answer: Answer): AuthChallenge | null {
    const read = () => this.#backend.readChallenge?.(answer) ?? null;
    return this.#read(answer, 'readChallenge', read);
  }

  /**
   * The tokens of a sign-in or refresh answer; null if a cookie proves the session.
   * @param before The refresh token to keep if the answer has none, the offset known so far, and how
   * long the answer was under way, in milliseconds.
   * @throws `invalid_response` if there is no usable token.
   */
  issued(
    response: HttpResponse<unknown>,
    before: {
      readonly refresh?: string | null;
      readonly offset?: number;
      readonly took?: number;
    } = {},
  ): IssuedTokens | null {
    if (this.#config.usesCookie) return null;
    const granted = this.tokens(response);
    const refreshToken = granted?.refreshToken ?? before.refresh ?? undefined;
    const { headerPrefix } = this.#config;
    const tokens = toSessionTokens(granted && { ...granted, refreshToken }, headerPrefix);
    if (!tokens) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        explainMalformed(this.#messages, 'an answer was refused (invalid_response)', granted);
      }
      throw unusable(response, 'no usable token');
    }
    const now = this.#time.now();
    const issued = issuedNow(tokens, { now, took: before.took ?? 0 }, before.offset ?? 0);
    const { expiresAt } = issued.tokens;
    if (expiresAt !== null && expiresAt <= now + issued.offset) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) explainExpired(this.#messages);
      throw unusable(response, 'an expired token');
    }
    return issued;
  }

  /** Readers come from users and meet bodies of every shape. */
  #read<T>(answer: Answer, reader: string, read: () => T): T {
    try {
      return read();
    } catch {
      // The reader's own error may quote the body, and with it a token.
      throw unusable(answer, `an answer on which ${reader} throws`);
    }
  }
}

function unusable({ status }: Answer, what: string): AuthError {
  return new AuthError('invalid_response', { cause: new Error(`Status ${status} with ${what}.`) });
}
