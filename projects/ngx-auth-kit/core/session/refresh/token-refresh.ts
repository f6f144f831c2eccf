import { HttpRequest } from '@angular/common/http';
import { DestroyRef, inject, Injectable, InjectionToken, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { catchError, concatMap, defer, from, Observable, of, throwError } from 'rxjs';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { ExpiryTimer } from '../expiry-timer';
import { SessionClock } from '../session-clock';
import { RefusedRequest, SessionRenewal } from '../session-renewal';
import { SessionStore } from '../session-store';
import { RefreshAttempt } from './refresh-attempt';
import { RefreshLock } from './refresh-lock';

/** How long ahead of expiry to renew, in milliseconds. */
export const REFRESH_LEEWAY = new InjectionToken<number>('ngx-auth-kit refresh leeway');

/** After a failure that is not a refusal, the next try waits this long, in milliseconds. */
const BACK_OFF = 10_000;

/** The one owner of renewal: single in this tab, single across tabs, bound to no subscriber. */
@Injectable()
export class TokenRefresh extends SessionRenewal {
  readonly #store = inject(SessionStore);
  readonly #clock = inject(SessionClock);
  readonly #time = inject(TIME);
  readonly #lock = inject(RefreshLock);
  readonly #attempt = inject(RefreshAttempt);
  readonly #usesCookie = inject(AUTH_CONFIG).usesCookie;
  readonly #zone = inject(NgZone);
  readonly #leeway = inject(REFRESH_LEEWAY);
  readonly #destroyRef = inject(DestroyRef);
  readonly #timer = new ExpiryTimer(() => this.#renewQuietly());

  #underWay: { readonly version: number; readonly done: Promise<void> } | null = null;
  #failure: { readonly error: AuthError; readonly at: number } | null = null;
  #refusedFresh: { readonly version: number; readonly at: number } | null = null;

  constructor() {
    super();
    this.#store.events.pipe(takeUntilDestroyed()).subscribe(() => this.#planAhead());
  }

  override renew(version: number): Observable<void> {
    return defer(() => {
      if (version !== this.#store.version) {
        return this.#store.status() === 'authenticated' ? of(undefined) : sessionExpired();
      }
      if (!this.#store.isRenewable()) return sessionExpired();
      // Each who waits goes on in the zone that it came from.
      return from(this.#single(version));
    });
  }

  override helps(version: number): boolean {
    if (!this.#store.isRenewable()) return false;
    // A resource may refuse everybody, or the session is over: one more look now and then tells.
    const isKnown = this.#refusedFresh?.version === version;
    return !isKnown || !this.#isWithinBackOff(this.#refusedFresh!.at);
  }

  override ready(): Observable<void> {
    const { tokens, status, version } = this.#store;
    const awaitsToken = status() === 'pending' && tokens() === null && !this.#usesCookie;
    return this.#store.hasExpired() || awaitsToken ? this.renew(version) : of(undefined);
  }

  override repeat<T>(
    { request, version, isRepeated, error }: RefusedRequest,
    send: () => Observable<T>,
  ): Observable<T> {
    // Renewing again will not help.
    if (isRepeated) this.#refusedFresh = { version, at: this.#time.now() };
    if (isRepeated || !isRepeatable(request) || !this.helps(version)) throw error;
    const { epoch } = this.#store;
    return this.renew(version).pipe(
      catchError(() => throwError(() => error)),
      concatMap(() => {
        if (epoch !== this.#store.epoch) throw error;
        return send();
      }),
    );
  }

  #single(version: number): Promise<void> {
    if (this.#underWay?.version === version) return this.#underWay.done;
    const failure = this.#failure;
    if (failure && this.#isWithinBackOff(failure.at)) return Promise.reject(failure.error);
    const done = this.#zone.runOutsideAngular(() => this.#run(version));
    this.#underWay = { version, done };
    // Nobody may be left to hear of it, which is no error of its own.
    done.catch(() => undefined);
    return done;
  }

  async #run(version: number): Promise<void> {
    const { epoch } = this.#store;
    try {
      const tokens = await this.#lock.hold((locked) => this.#attempt.run(version, locked));
      if (this.#store.version !== version) throw new AuthError('session_expired');
      this.#failure = null;
      this.#zone.run(() => this.#store.renew(tokens));
    } catch (error) {
      // An app that is gone tells nobody, and the session is that of the next one.
      if (this.#destroyRef.destroyed) return new Promise(() => undefined);
      const renewedElsewhere = epoch === this.#store.epoch && version !== this.#store.version;
      if (!renewedElsewhere) throw this.#fail(error, version);
    } finally {
      // The outcome is noted by now, so that there is no moment for a second call.
      if (this.#underWay?.version === version) this.#underWay = null;
    }
  }

  #fail(error: unknown, version: number): AuthError {
    const failure = error instanceof AuthError ? error : new AuthError('invalid_response');
    if (this.#store.version !== version) return failure;
    if (failure.code === 'session_expired') {
      this.#zone.run(() => this.#store.end('refused'));
    } else {
      this.#failure = { error: failure, at: this.#time.now() };
      this.#timer.start(this.#clock.now() + BACK_OFF);
    }
    return failure;
  }

  #planAhead(): void {
    const expiresAt = this.#store.tokens()?.expiresAt ?? null;
    const ahead = expiresAt !== null && this.#store.isRenewable();
    this.#timer.start(ahead ? expiresAt - this.#margin(expiresAt) : null);
  }

  /** The leeway, but never more than a quarter of a short token's lifetime. */
  #margin(expiresAt: number): number {
    const issuedAt = this.#store.tokens()?.access.claims?.['iat'];
    const begin = typeof issuedAt === 'number' ? issuedAt * 1000 : this.#clock.now();
    return Math.min(this.#leeway, Math.max(0, expiresAt - begin) / 4);
  }

  #isWithinBackOff(since: number): boolean {
    const passed = this.#time.now() - since;
    // A clock that was set back must not make it wait longer.
    return passed >= 0 && passed < BACK_OFF;
  }

  #renewQuietly(): void {
    // Whoever needs the session meets the failure; the back-off has the next try planned.
    this.renew(this.#store.version).subscribe({ error: () => undefined });
  }
}

function sessionExpired(): Observable<never> {
  return throwError(() => new AuthError('session_expired'));
}

/** A stream can be read once. */
function isRepeatable({ body }: HttpRequest<unknown>): boolean {
  return typeof ReadableStream === 'undefined' || !(body instanceof ReadableStream);
}
