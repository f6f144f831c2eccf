import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, defer, finalize, map, Observable, of, Subject } from 'rxjs';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { AuthError } from '../../errors/auth-error';
import { injectDevMessages } from '../../errors/dev-messages';
import { AuthApi } from '../../http/auth-api';
import { SessionRefresh } from '../refresh/session-refresh';
import { SessionStore } from '../state/session-store';
import { SessionTokens } from '../state/session-tokens';
import { StoredSession } from '../state/stored-session';
import { WakeTimer } from '../time/wake-timer';
import { PageReturn } from '../time/page-return';

/** Before an unconfirmed sign-out is tried again, in milliseconds; twice as long each time. */
const FIRST_PAUSE = 5_000;

/**
 * Ends the session here at once and then at the backend. While a cookie may still prove the session,
 * a note in storage keeps it signed out, over reloads, until the backend has confirmed it.
 */
@Injectable({ providedIn: 'root' })
export class SignOut {
  readonly #config = inject(AUTH_CONFIG);
  readonly #api = inject(AuthApi);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #messages = injectDevMessages();
  readonly #refresh = inject(SessionRefresh, { optional: true });
  /** Emits once the backend has answered the call that is under way. */
  #underWay: Observable<void> | null = null;

  /** A sign-out that the backend has not confirmed is tried again. */
  readonly #timer = new WakeTimer(() => this.settle());
  #pause = FIRST_PAUSE;
  /** How many calls are under way that may set the cookie. */
  #signIns = 0;

  constructor() {
    inject(PageReturn)
      .events.pipe(takeUntilDestroyed())
      .subscribe(({ type }) => type === 'online' && this.settle());
  }

  /** Completes whatever the backend answers; its call goes on when the subscriber leaves. */
  run(reason: 'logout' | 'idle'): Observable<void> {
    return defer(() => {
      const tokens = this.#store.tokens();
      // A sign-in under way is cancelled, but its cookie may be on the way already.
      const isOwed = this.#store.status() !== 'anonymous' || this.#signIns > 0;
      this.#store.signOut({ reason, isOwed });
      return isOwed ? this.#tellBackend(tokens) : of(undefined);
    });
  }

  /** Tells the backend of a sign-out that it has not confirmed yet. */
  settle(): void {
    if (!this.#underWay && this.#store.read().signedOut !== null) this.#tellBackend(null);
  }

  /**
   * Runs a sign-in when no answer to an earlier call can take away its cookie: after a sign-out that is
   * not confirmed, and while no tab refreshes.
   */
  whenSettled<T>(signIn: Observable<T>): Observable<T> {
    if (!this.#config.sharesCookie) return signIn;
    this.settle();
    const counted = defer(() => {
      this.#signIns++;
      return signIn.pipe(finalize(() => this.#signIns--));
    });
    // Without a session nobody refreshes one, except to have its sign-out confirmed.
    const mayRefresh =
      this.#refresh && (this.#underWay !== null || this.#store.status() !== 'anonymous');
    const alone = mayRefresh ? this.#refresh.whileNoneRefreshes(counted) : counted;
    return this.#underWay?.pipe(concatMap(() => alone)) ?? alone;
  }

  #tellBackend(tokens: SessionTokens | null): Observable<void> {
    if (!this.#config.backend.endpoints.logout) return of(undefined);
    const settled = new Subject<void>();
    this.#underWay = settled;
    // Another tab's refresh could set the cookie again after the logout has removed it.
    const call = defer(() => this.#call(tokens));
    const answer =
      this.#refresh && this.#config.sharesCookie ? this.#refresh.whileNoneRefreshes(call) : call;
    // Not tied to a subscriber: the call goes on without it.
    answer.subscribe({
      next: (isConfirmed) => {
        this.#underWay = null;
        const isOwed = this.#store.owesSignOut();
        if (isConfirmed && isOwed) this.#stored.clear();
        // Tabs without a storage in common ask the backend, which knows it by now.
        if (isConfirmed) this.#store.messages.next({ type: 'ended', id: null, version: 0 });
        this.#pause = isConfirmed ? FIRST_PAUSE : this.#pause * 2;
        this.#timer.start(isOwed && !isConfirmed ? this.#pause : null);
        settled.next();
        settled.complete();
      },
    });
    return defer(() => (this.#underWay === settled ? settled : of(undefined)));
  }

  /** Whether the backend knows by now that the session is over. */
  #call(tokens: SessionTokens | null): Observable<boolean> {
    // Another tab may have signed in meanwhile: then the cookie is that session's.
    const logout = (known: SessionTokens | null): Observable<unknown> =>
      this.#isOutdated() ? of(null) : this.#api.call('logout', null, known);
    return logout(tokens).pipe(
      catchError((error: AuthError) => {
        if (!isRefused(error) || !this.#refresh || !this.#config.sharesCookie) throw error;
        if (this.#isOutdated()) return of(null);
        // The access token has expired, and the cookie that buys the next one is still there.
        return this.#refresh.ofEnded(tokens).pipe(concatMap(logout));
      }),
      map(() => true),
      catchError((error: AuthError) => {
        if (typeof ngDevMode === 'undefined' || ngDevMode) {
          this.#messages.warnOnce(
            `logout ${error.code}`,
            `signed out here, but the backend's logout failed (${error.code}).`,
          );
        }
        return of(isRefused(error));
      }),
    );
  }

  /** Whether the cookie has another session by now. */
  #isOutdated(): boolean {
    return this.#config.sharesCookie && !this.#store.owesSignOut();
  }
}

/** The session was over at the backend. */
function isRefused({ code, cause }: AuthError): boolean {
  return code === 'session_expired' || (cause instanceof HttpErrorResponse && cause.status === 401);
}
