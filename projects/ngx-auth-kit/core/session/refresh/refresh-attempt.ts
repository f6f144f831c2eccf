import { HttpResponse } from '@angular/common/http';
import { DestroyRef, inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { TIME } from '../../config/time';
import { AuthError } from '../../errors/auth-error';
import { AuthApi } from '../../http/auth-api';
import { AnswerReader } from '../sign-in/answer-reader';
import { randomId } from '../state/random-id';
import { Lease, Session, SessionEvent } from '../state/session-state';
import { SessionStore } from '../state/session-store';
import { StoredSession, StoredState } from '../state/stored-session';
import { subjectOf } from '../state/subject-of';
import { compareStored } from '../state/transition';
import { PageReturn } from '../time/page-return';
import { LockedOutcome } from './refresh-lock';
import { SpentCredentials } from './spent-credentials';

/** After a failure that is no refusal, the next try in any tab waits this long, in milliseconds. */
export const BACK_OFF = 10_000;

/** How often the other copies of a tab are asked, and how long they have to answer, in milliseconds. */
const ASKED = 3;
const PAUSE = 300;

/**
 * One attempt to refresh the session. Writes storage and nothing else, because it runs under a lock:
 * the caller hands the event to the app afterwards.
 */
@Injectable({ providedIn: 'root' })
export class RefreshAttempt {
  readonly #config = inject(AUTH_CONFIG);
  readonly #api = inject(AuthApi);
  readonly #answers = inject(AnswerReader);
  readonly #time = inject(TIME);
  readonly #store = inject(SessionStore);
  readonly #stored = inject(StoredSession);
  readonly #spent = inject(SpentCredentials);
  readonly #page = inject(PageReturn);
  readonly #destroyRef = inject(DestroyRef);

  /** What it came to: an answer of the backend, or what another tab has stored meanwhile. */
  run(lease: Lease): Promise<LockedOutcome<SessionEvent>> {
    const settled = this.#stored.settled(true);
    if (!settled) return this.#run(lease);
    // What other tabs must see is written before they may have the lock.
    return settled.then(() => this.#run(lease)).finally(() => this.#stored.settled(false));
  }

  async #run(lease: Lease): Promise<LockedOutcome<SessionEvent>> {
    this.#assertCurrent(lease);
    const stored = this.#store.read();
    const newer = this.#newer(stored);
    if (newer && !this.#store.hasExpired(newer)) return { result: found(newer) };
    this.#assertNoFailure(stored);
    const used = newer ?? this.#store.session() ?? stored.session;
    if (used && this.#stored.isTabOnly() && !this.#spent.spend(used)) {
      await this.#askCopies(used);
      const session = this.#store.session();
      if (session && this.#store.judge(lease) === 'newer') return { result: found(session) };
      this.#assertCurrent(lease);
    }
    const sentAt = this.#time.elapsed();
    try {
      const response = await firstValueFrom(
        this.#api.call('refresh', null, used?.tokens ?? null).pipe(this.#store.untilSignOut()),
      );
      const given = this.#givenMeanwhile(used);
      if (!given) this.#assertCurrent(lease);
      const event: SessionEvent = {
        type: 'refreshed',
        lease: given ? this.#store.lease() : lease,
        session: this.#refreshed(response, used, given, this.#time.elapsed() - sentAt),
        fresh: randomId(),
      };
      const { state } = this.#store.preview(event);
      if (state.session) this.#stored.write(state.session);
      return { result: event, hasStored: true };
    } catch (error) {
      // A sign-in that has only begun meanwhile is no reason to try this again at once.
      if (!(lease.pending && this.#store.status() === 'pending')) this.#assertCurrent(lease);
      return this.#afterFailure(error);
    }
  }

  /** Asks the tab that has sent the credentials for what it got. It may be closed by now. */
  async #askCopies({ id, version }: Session): Promise<void> {
    for (let i = 0; i < ASKED && this.#store.session()?.version === version; i++) {
      this.#store.messages.next({ type: 'asked', id, version });
      await new Promise<void>((resolve) => this.#time.setTimeout(resolve, PAUSE));
    }
  }

  /** A refused tab may have lost a race: then the session goes on with the winner's credentials. */
  #afterFailure(error: unknown): LockedOutcome<SessionEvent> {
    const newer = this.#newer();
    if (newer) return { result: found(newer) };
    const isRefusal = error instanceof AuthError && error.code === 'session_expired';
    if (isRefusal) throw error;
    if (!this.#page.isLeaving) this.#stored.noteFailure(this.#time.now());
    return { error, hasStored: true };
  }

  /**
   * The session with the credentials of the answer; what that does not renew stays.
   * @param given The session with the access token that the app has given meanwhile, which stays too.
   * @param took How long the answer was under way, in milliseconds.
   */
  #refreshed(
    response: HttpResponse<unknown>,
    used: Session | null,
    given: Session | null,
    took: number,
  ): Session {
    const known = given ?? used ?? this.#store.create(null);
    const { id, version, subject, offset, tokens, ...rest } = known;
    const issued = this.#answers.issued(response, { refresh: tokens?.refresh, offset, took });
    const user = issued ? null : this.#answers.user(response, null);
    const granted = issued?.tokens ?? null;
    return {
      ...rest,
      id,
      version: version + 1,
      subject: subjectOf(granted, user) ?? subject,
      offset: issued?.offset ?? offset,
      tokens: given?.tokens && granted ? { ...given.tokens, refresh: granted.refresh } : granted,
    };
  }

  /**
   * The session if the app has continued it meanwhile, here or in another tab, with an access token of
   * its own: the refresh token beside it is the one that is spent by now.
   */
  #givenMeanwhile(used: Session | null): Session | null {
    const newest = this.#newer() ?? this.#store.session();
    const refresh = newest?.tokens?.refresh;
    const isNewer = used && newest && newest.id === used.id && newest.version > used.version;
    return isNewer && refresh && refresh === used.tokens?.refresh ? newest : null;
  }

  /** What is stored of the same session if it is newer. Throws if the session is over. */
  #newer({ session, signedOut } = this.#store.read()): Session | null {
    const mine = this.#store.session();
    const compared = compareStored(mine, session);
    // A note that was removed by hand says nothing about the cookie.
    const isGone = !session && mine && !this.#config.sharesCookie;
    if (signedOut !== null || isGone || (session && mine && compared === 'other')) {
      throw new AuthError('session_expired');
    }
    return compared === 'newer' ? session : null;
  }

  /** Another tab has just tried, and its failure is this one's. */
  #assertNoFailure({ failedAt }: StoredState): void {
    const passed = failedAt === null ? BACK_OFF : this.#time.now() - failedAt;
    if (passed >= 0 && passed < BACK_OFF) throw new AuthError('network');
  }

  #assertCurrent(lease: Lease): void {
    const judgement = this.#store.judge(lease);
    const isOver = judgement === 'stale' || judgement === 'newer';
    if (isOver || this.#destroyRef.destroyed) throw new AuthError('session_expired');
  }
}

function found(session: Session): SessionEvent {
  return { type: 'found', session };
}
