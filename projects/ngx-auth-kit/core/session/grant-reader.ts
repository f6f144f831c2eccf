import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthChallenge } from '../backends/auth-backend';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { AuthTokens } from './auth-tokens';
import { AuthUser } from './auth-user';
import { SessionClock } from './session-clock';
import { SessionStore } from './session-store';
import { SessionTokens, toSessionTokens } from './session-tokens';

type Answer = HttpResponse<unknown> | HttpErrorResponse;

/** Turns the answers of auth endpoints into sessions. */
@Injectable({ providedIn: 'root' })
export class GrantReader {
  readonly #config = inject(AUTH_CONFIG);
  readonly #backend = this.#config.backend;
  readonly #store = inject(SessionStore);
  readonly #clock = inject(SessionClock);

  /** Begins the session that the answer grants. */
  signIn(response: HttpResponse<unknown>, epoch: number, remember?: boolean): AuthUser | null {
    const tokens = this.#config.usesCookie
      ? null
      : this.usable(this.readTokens(response), response);
    const user = this.readUser(response);
    this.#store.assertCurrent(epoch);
    this.#store.begin(tokens, user, remember);
    return user;
  }

  /** Notes the user of a status answer. */
  confirm(response: HttpResponse<unknown>, epoch: number): AuthUser | null {
    const user = this.readUser(response);
    this.#store.assertCurrent(epoch);
    this.#store.confirm(user);
    return user;
  }

  /** The user that the answer names. */
  readUser(response: HttpResponse<unknown>): AuthUser | null {
    return this.#read(response, 'readUser', () => this.#backend.readUser(response));
  }

  /** The tokens that the answer grants. */
  readTokens(response: HttpResponse<unknown>): AuthTokens | null {
    return this.#read(response, 'readTokens', () => this.#backend.readTokens(response));
  }

  /** What the answer asks for before it signs in. */
  readChallenge(answer: Answer): AuthChallenge | null {
    const read = () => this.#backend.readChallenge?.(answer) ?? null;
    return this.#read(answer, 'readChallenge', read);
  }

  /** The tokens as a session's. Fails where they cannot be used. */
  usable(
    granted: AuthTokens | null,
    response: HttpResponse<unknown>,
    sessionId?: string | null,
  ): SessionTokens {
    const tokens = toSessionTokens(granted, sessionId);
    if (!tokens) throw unusable(response, 'no usable token');
    this.#clock.learnFrom(tokens.access);
    if (this.#clock.hasPassed(tokens.expiresAt)) throw unusable(response, 'an expired token');
    return tokens;
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
