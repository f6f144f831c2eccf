import { DestroyRef, inject, Injectable, InjectionToken, NgZone } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  catchError,
  defer,
  EMPTY,
  filter,
  firstValueFrom,
  from,
  map,
  Observable,
  of,
  Subject,
  takeUntil,
  throwError,
} from 'rxjs';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { AuthApi } from '../../http/auth-api';
import { AnswerReader } from '../sign-in/answer-reader';
import { Lease } from '../state/session-state';
import { SessionStore } from '../state/session-store';
import { SessionTokens } from '../state/session-tokens';
import { Moment, momentOf, passedSince } from '../time/moment';
import { WakeTimer } from '../time/wake-timer';
import { BACK_OFF, RefreshAttempt } from './refresh-attempt';
import { RefreshLock } from './refresh-lock';
import { SessionRefresh } from './session-refresh';

/** How long ahead of expiry to refresh, in milliseconds. */
export const REFRESH_LEEWAY = new InjectionToken<number>(
  typeof ngDevMode === 'undefined' || ngDevMode ? 'ngx-auth-kit refresh leeway' : '',
);

/** The one owner of the refresh: single in this tab, single across tabs, bound to no subscriber. */
@Injectable()
export class TokenRefresh extends SessionRefresh {
  readonly #store = inject(SessionStore);
  readonly #api = inject(AuthApi);
  readonly #answers = inject(AnswerReader);
  readonly #time = inject(TIME);
  readonly #lock = inject(RefreshLock);
  readonly #attempt = inject(RefreshAttempt);
  readonly #zone = inject(NgZone);
  readonly #leeway = inject(REFRESH_LEEWAY);
  readonly #destroyRef = inject(DestroyRef);
  readonly #timer = new WakeTimer(() => this.#refreshQuietly());

  #underWay: { readonly lease: Lease; readonly done: Promise<boolean> } | null = null;
  #failure: { readonly error: AuthError; readonly at: Moment } | null = null;
  #refused: { readonly lease: Lease; readonly at: Moment } | null = null;

  constructor() {
    super();
    this.#store.events.pipe(takeUntilDestroyed()).subscribe(() => this.#planAhead());
  }

  override refresh(lease: Lease): Observable<boolean> {
    return defer(() => {
      const judgement = this.#store.judge(lease);
      if (judgement === 'newer') return of(false);
      if (judgement === 'stale' || !this.#store.isRefreshable()) {
        return throwError(() => new AuthError('session_expired'));
      }
      // Each who waits goes on in the zone that it came from.
      return from(this.#single(lease));
    });
  }

  override mayHelp(lease: Lease): boolean {
    // A resource may refuse everybody, or the session is over: one more look now and then tells.
    const isKnown = this.#refused && isSame(this.#refused.lease, lease);
    return !isKnown || !this.#isWithinBackOff(this.#refused!.at);
  }

  override ofEnded(tokens: SessionTokens | null): Observable<SessionTokens | null> {
    return this.#api
      .call('refresh', null, tokens)
      .pipe(map((response) => this.#answers.issued(response)?.tokens ?? null));
  }

  override noteRefused(lease: Lease): void {
    this.#refused = { lease, at: momentOf(this.#time) };
  }

  override whileNoneRefreshes<T>(task: Observable<T>): Observable<T> {
    return new Observable<T>((subscriber) => {
      const left = new Subject<void>();
      subscriber.add(() => left.next());
      let isHeld = false;
      const run = async () => {
        isHeld = true;
        const call = subscriber.closed ? EMPTY : task.pipe(takeUntil(left));
        return { result: await firstValueFrom(call, { defaultValue: null }) };
      };
      from(this.#lock.hold(run))
        .pipe(
          // A tab that hangs must not keep the user from signing in or out.
          catchError((error: unknown) => (isHeld ? throwError(() => error) : task)),
          filter((answer) => answer !== null),
        )
        .subscribe(subscriber);
    });
  }

  #single(lease: Lease): Promise<boolean> {
    if (this.#underWay && isSame(this.#underWay.lease, lease)) return this.#underWay.done;
    const failure = this.#failure;
    if (failure && this.#isWithinBackOff(failure.at)) return Promise.reject(failure.error);
    const done = this.#zone.runOutsideAngular(() => this.#run(lease));
    this.#underWay = { lease, done };
    // Nobody may be left to hear of it, which is no error of its own.
    done.catch(() => undefined);
    return done;
  }

  async #run(lease: Lease): Promise<boolean> {
    try {
      const event = await this.#lock.hold(() => this.#attempt.run(lease));
      this.#failure = null;
      this.#zone.run(() => this.#store.dispatch(event));
      if (this.#store.judge(lease) !== 'newer') throw new AuthError('session_expired');
      return event.type === 'refreshed';
    } catch (error) {
      // An app that is gone tells nobody, and the session is that of the next one.
      if (this.#destroyRef.destroyed) return new Promise(() => undefined);
      if (this.#store.judge(lease) !== 'newer') throw this.#fail(error, lease);
      return false;
    } finally {
      // The outcome is noted by now, so that there is no moment for a second call.
      if (this.#underWay?.lease === lease) this.#underWay = null;
    }
  }

  #fail(error: unknown, lease: Lease): AuthError {
    const failure = error instanceof AuthError ? error : new AuthError('invalid_response');
    if (this.#store.judge(lease) === 'stale') return failure;
    if (failure.code === 'session_expired') {
      this.#zone.run(() => this.#store.end(lease));
    } else {
      this.#failure = { error: failure, at: momentOf(this.#time) };
      this.#timer.start(BACK_OFF);
    }
    return failure;
  }

  #isWithinBackOff(since: Moment): boolean {
    return passedSince(since, this.#time) < BACK_OFF;
  }

  #planAhead(): void {
    const { status, session, tokens } = this.#store;
    const expiresAt = tokens()?.expiresAt ?? null;
    const ahead = expiresAt !== null && status() === 'authenticated' && this.#store.isRefreshable();
    if (!ahead) {
      this.#timer.start(null);
      return;
    }
    const left = expiresAt - session()!.offset - this.#time.now();
    const issuedAt = tokens()!.access.claims?.['iat'];
    const lifetime = typeof issuedAt === 'number' ? expiresAt - issuedAt * 1000 : left;
    // The leeway, but never more than a quarter of a short token's lifetime.
    this.#timer.start(left - Math.min(this.#leeway, Math.max(0, lifetime) / 4));
  }

  #refreshQuietly(): void {
    // Those who need the session meet the failure; the back-off has the next try planned.
    this.refresh(this.#store.lease()).subscribe({ error: () => undefined });
  }
}

function isSame(one: Lease, other: Lease): boolean {
  const isSameSession = one.id === other.id && one.version === other.version;
  return isSameSession && (one.id !== null || one.attempt === other.attempt);
}
