import { HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { toObservable } from '@angular/core/rxjs-interop';
import { concatMap, defer, filter, map, Observable, of, Subject, take, throwError } from 'rxjs';
import {
  AuthEndpointName,
  AuthError,
  ɵAuthApi,
  ɵSessionStore,
  ɵSessionTokens,
} from 'ngx-auth-kit/core';
import { AnswerBody, AuthAnswer, CHALLENGE } from './auth-answer';
import { AuthCall, AuthMethod, methodOf } from './auth-call';
import { grantedTokens } from './granted-tokens';
import { TESTED_BACKEND } from './tested-backend';

/** Stands where the library calls the backend, and answers what the test says. Sends nothing. */
@Injectable()
export class CannedApi implements Pick<ɵAuthApi, 'call'> {
  private readonly backend = inject(TESTED_BACKEND);
  private readonly store = inject(ɵSessionStore);
  private readonly plans = new Map<AuthMethod, (AuthAnswer | AuthError)[]>();
  private readonly holds = new Map<AuthMethod, Observable<void>[]>();

  private readonly statusChanges = toObservable(this.store.status);

  /** Emits once it is known whether somebody is signed in: at once, or when the test tells. */
  private readonly known: Observable<void> = defer(() =>
    this.isPending() ? this.statusChanges.pipe(filter(() => !this.isPending())) : of(undefined),
  ).pipe(
    take(1),
    map(() => undefined),
  );

  /** What was asked, the oldest first. */
  readonly calls: AuthCall[] = [];

  /**
   * @param _tokens What the real one proves the session with.
   * @param check Looks for a second factor in the answer.
   */
  call(
    name: AuthEndpointName,
    input: unknown,
    _tokens: ɵSessionTokens | null,
    check?: (answer: HttpResponse<unknown>) => AuthError | null,
  ): Observable<HttpResponse<unknown>> {
    return defer(() => {
      const method = methodOf(name);
      this.calls.push({ method, input });
      if (!this.backend.endpoints[name]) return throwError(() => new AuthError('not_supported'));
      const released = this.holds.get(method)?.shift() ?? of(undefined);
      return released.pipe(concatMap(() => this.answer(method, check)));
    });
  }

  /** The next call to the method that is not planned yet is answered so. */
  plan(method: AuthMethod, answer: AuthAnswer | AuthError): void {
    this.plans.set(method, [...(this.plans.get(method) ?? []), answer]);
  }

  /** The next call to the method is answered when the function returned is called. */
  hold(method: AuthMethod): () => void {
    const released = new Subject<void>();
    this.holds.set(method, [...(this.holds.get(method) ?? []), released.pipe(take(1))]);
    return () => released.next();
  }

  /** No backend accepts what has expired. */
  private isGood(): boolean {
    return this.store.status() !== 'anonymous' && !this.store.hasExpired();
  }

  private isPending(): boolean {
    return this.store.status() === 'pending';
  }

  private answer(
    method: AuthMethod,
    check: (answer: HttpResponse<unknown>) => AuthError | null = () => null,
  ): Observable<HttpResponse<unknown>> {
    const planned = this.plans.get(method)?.shift();
    if (planned instanceof AuthError) {
      const isChallenge = planned.code === 'second_factor_required';
      return throwError(() => (isChallenge ? check(CHALLENGE) : null) ?? planned);
    }
    // While it is pending who is signed in, it is for the test to tell.
    const ready = method === 'checkStatus' ? this.known : of(undefined);
    return ready.pipe(map(() => new HttpResponse({ body: this.body(method, planned ?? {}) })));
  }

  private body(method: AuthMethod, { user = null, token }: AuthAnswer): AnswerBody {
    switch (method) {
      case 'login':
      case 'register':
      case 'verifySecondFactor':
        return { user, tokens: token === null ? null : grantedTokens(token, this.backend) };
      case 'refresh':
        return { user, tokens: token ? grantedTokens(token, this.backend) : this.store.tokens() };
      case 'checkStatus':
        if (!this.isGood()) throw new AuthError('session_expired');
        return { user: user ?? this.store.user(), tokens: null };
      default:
        return { user, tokens: null };
    }
  }
}
