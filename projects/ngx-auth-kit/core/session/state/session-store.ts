import { computed, inject, Injectable, Signal, signal } from '@angular/core';
import { defer, MonoTypeOperatorFunction, Observable, startWith, Subject } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { RunTimeConfig } from '../../config/run-time-config';
import { TIME } from '../../config/time';
import { injectDevMessages } from '../../errors/dev-messages';
import { AuthEvent, AuthEventType } from '../auth-event';
import { AuthUser } from '../auth-user';
import { STATUS_CHECK } from '../check/with-status-check';
import { explainUnforgotten, RememberMe } from '../remember-me/remember-me';
import { CAN_REFRESH } from '../refresh/session-refresh';
import { WakeTimer } from '../time/wake-timer';
import { randomId } from './random-id';
import {
  AuthStatus,
  Lease,
  Session,
  SessionEvent,
  SessionState,
  TabMessage,
} from './session-state';
import { SessionTokens } from './session-tokens';
import { StoredSession, StoredState } from './stored-session';
import { subjectOf } from './subject-of';
import { failOn } from './fail-on';
import { explainEnd } from './explain-end';
import {
  Effects,
  hasEnded,
  Judgement,
  judge,
  isOldSignOut,
  leaseOf,
  Transition,
  transition,
} from './transition';

/**
 * The runtime of the session, and its one owner: hands every event to `transition`, which decides,
 * and carries out the effects. Everything else reads, or tells what happened.
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly #config = inject(AUTH_CONFIG);
  readonly #stored = inject(StoredSession);
  readonly #time = inject(TIME);
  readonly #messages = injectDevMessages();
  readonly #window = inject(BROWSER_WINDOW);
  readonly #rememberMe = inject(RememberMe, { optional: true });
  readonly #runTime = inject(RunTimeConfig, { optional: true });
  readonly #canRefresh = inject(CAN_REFRESH, { optional: true });
  readonly #checksStatus = inject(STATUS_CHECK, { optional: true });
  readonly #proof = {
    usesCookie: this.#config.usesCookie,
    canAsk: !!this.#config.backend.endpoints.status && !!this.#window,
  };

  readonly #state = signal<SessionState>({
    status: this.#runTime?.isThere === false ? 'pending' : 'anonymous',
    session: null,
    user: null,
    attempt: 0,
    left: 0,
    ended: [],
  });
  readonly #endedBy = signal<AuthEvent | null>(null);
  readonly #events = new Subject<AuthEvent>();
  readonly #signOuts = new Subject<void>();
  #restored: AuthEvent | null = null;

  readonly status: Signal<AuthStatus> = computed(() => this.#state().status);
  readonly session: Signal<Session | null> = computed(() => this.#state().session);
  readonly tokens: Signal<SessionTokens | null> = computed(() => this.session()?.tokens ?? null);
  readonly user: Signal<AuthUser | null> = computed(() => this.#state().user);

  /** What ended the session, unless the user asked for it here; null with a session. */
  readonly endedBy: Signal<AuthEvent | null> = this.#endedBy.asReadonly();

  /** Changes of the session; a restored session is told to late subscribers too. */
  readonly events: Observable<AuthEvent> = defer(() =>
    this.#restored ? this.#events.pipe(startWith(this.#restored)) : this.#events,
  );
  /** For the other tabs. */
  readonly messages = new Subject<TabMessage>();
  /** Emits if the backend should be asked who is signed in. */
  readonly questions = new Subject<void>();

  readonly #timer = new WakeTimer(() => {
    // The timer counts by two clocks; by the one that counts here it may be too early.
    if (this.hasExpired()) this.doubtIfExpired();
    else this.#planExpiry();
  });

  constructor() {
    this.restore();
  }

  /** What an operation that starts now remembers. */
  lease(): Lease {
    return leaseOf(this.#state());
  }

  /** What a lease is worth now. */
  judge(lease: Lease): Judgement {
    return judge(this.#state(), lease);
  }

  /** Counts a sign-in that begins. The last one counts. */
  beginSignIn(): number {
    this.dispatch({ type: 'signInBegun' });
    return this.attempt;
  }

  /** The number of the last sign-in or sign-out. */
  get attempt(): number {
    return this.#state().attempt;
  }

  /** Hands an event on. False: its outcome no longer applies, and nothing has changed. */
  dispatch(event: SessionEvent): boolean {
    const before = this.#state();
    const { state, effects } = this.preview(event);
    if (event.type === 'signedIn' && state !== before) this.#chooseStorage(event.remember);
    this.#state.set(state);
    this.#noteEnd(event, effects, before);
    this.#planExpiry();
    this.#execute(event, effects, before);
    return state !== before;
  }

  /** What an event would come to. */
  preview(event: SessionEvent): Transition {
    return transition(this.#state(), event, this.#proof);
  }

  /** Begins a session with these tokens; null if a cookie proves it. */
  signIn(
    attempt: number,
    granted: { readonly tokens: SessionTokens; readonly offset: number } | null,
    user: AuthUser | null,
    remember?: boolean,
  ): boolean {
    return this.dispatch({
      type: 'signedIn',
      attempt,
      session: this.create(granted?.tokens ?? null, granted?.offset, user),
      user,
      remember,
    });
  }

  /** A session that begins now. */
  create(tokens: SessionTokens | null, offset = 0, user: AuthUser | null = null): Session {
    const subject = subjectOf(tokens, user);
    const session = { id: randomId(), version: 1, subject, offset, tokens };
    return this.#config.backend.endpoints.status ? session : { ...session, user };
  }

  /** Signs out here. What is stored is removed in any case, also if it is another session. */
  signOut(signOut: { readonly reason: 'logout' | 'idle'; readonly isOwed: boolean }): void {
    const stored = this.read().session?.id ?? null;
    this.#rememberMe?.clear();
    this.dispatch({ type: 'signedOut', ...signOut, stored });
  }

  /** Ends the session whose credentials are beyond repair, unless another tab has newer ones. */
  end(lease: Lease): void {
    this.follow();
    this.dispatch({ type: 'denied', lease, reason: this.hasExpired() ? 'expired' : 'refused' });
  }

  /** Makes this tab's session that of the storage. */
  follow(): void {
    const { session, signedOut } = this.read();
    if (signedOut === null) {
      this.dispatch({ type: 'found', session });
      return;
    }
    const mine = this.session();
    if (!isOldSignOut(this.#state(), signedOut)) {
      this.dispatch({ type: 'endedElsewhere', id: mine?.id ?? null, signedOut: true });
    }
    // Noted late; what is true now is stored again.
    else if (mine) this.#stored.write(mine);
  }

  /** Whether the backend is still to be told of a sign-out. */
  owesSignOut(): boolean {
    const { session, signedOut } = this.read();
    // A tab that had not heard of it may have stored the session again.
    return signedOut !== null || hasEnded(this.#state(), session?.id);
  }

  /** What storage holds. */
  read(): StoredState {
    const stored = this.#stored.read();
    const { session } = stored;
    if (!session || session.id) return stored;
    // Something else than this library stored the token.
    const mine = this.session();
    const isMine = mine?.tokens?.access.value === session.tokens?.access.value;
    return { ...stored, session: isMine ? mine : this.create(session.tokens) };
  }

  /** Fails once somebody signs out: what comes later is about no session of this tab. */
  untilSignOut<T>(): MonoTypeOperatorFunction<T> {
    return failOn(this.#signOuts);
  }

  /** Tells of something that changes nothing yet. */
  announce(type: AuthEventType): void {
    this.#events.next({ type, fromThisTab: true });
  }

  /**
   * Looks at a session whose token has expired: the backend is asked, because the clock may be wrong.
   * If nobody can be asked, the session ends.
   */
  doubtIfExpired(): void {
    if (!this.hasExpired() || this.isRefreshable()) return;
    if (this.#proof.canAsk && this.questions.observed) this.questions.next();
    else this.end(this.lease());
  }

  /** Whether the access token has expired by the client's clock, corrected as far as possible. */
  hasExpired(session = this.session()): boolean {
    const moment = this.#localExpiry(session);
    return moment !== null && moment <= this.#time.now();
  }

  /** Whether the session has to be refreshed before anything is sent with it. */
  isDue(): boolean {
    const isMissing = this.status() !== 'anonymous' && !this.tokens() && !this.#config.usesCookie;
    return (isMissing || this.hasExpired()) && this.isRefreshable();
  }

  /** Whether the session can be refreshed: the app has the feature, and the means are there. */
  isRefreshable(session = this.session()): boolean {
    return this.#canRefresh?.(session) ?? false;
  }

  #localExpiry(session = this.session()): number | null {
    const expiresAt = session?.tokens?.expiresAt ?? null;
    return expiresAt === null ? null : expiresAt - session!.offset;
  }

  /** Makes what is stored this tab's session; waits for a storage that has not been read yet. */
  restore(): void {
    // The app may have begun a session while it waited.
    if (this.#runTime?.isThere === false || this.status() === 'authenticated') return;
    // A server has no visitor's storage, so it cannot know.
    const { session, signedOut } = this.#window ? this.read() : { session: null, signedOut: null };
    const isDue = !session?.tokens || this.hasExpired(session);
    const isHidden = !this.#window || this.#config.usesCookie;
    const canBeGood =
      isHidden || this.isRefreshable(session) || (!!session?.tokens && this.#proof.canAsk);
    if (signedOut !== null || (isDue && !canBeGood)) {
      this.#state.update((state) => ({ ...state, status: 'anonymous' }));
      if (session) this.#stored.clear();
      if (session && signedOut === null) this.#endedBy.set({ type: 'expired', fromThisTab: true });
      return;
    }
    const isKnown = !isDue && !isHidden && !this.#checksStatus;
    const status = isKnown ? 'authenticated' : 'pending';
    const user = (isKnown && session?.user) || null;
    this.#state.update((state) => ({ ...state, status, session, user }));
    if (!isKnown) return;
    this.#planExpiry();
    this.#emit('restored', true);
  }

  /** The timer looks at the clock again: a session may end long after longer than a timer can wait. */
  #planExpiry(): void {
    const isPlanned = this.status() === 'authenticated' && !this.isRefreshable();
    const expiry = isPlanned ? this.#localExpiry() : null;
    this.#timer.start(expiry === null ? null : expiry - this.#time.now());
  }

  #chooseStorage(remember = true): void {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!remember && !this.#rememberMe) explainUnforgotten(this.#messages);
    }
    this.#rememberMe?.choose(remember);
  }

  /** Also where no event is emitted: of a session that was still in doubt, the user knew. */
  #noteEnd(event: SessionEvent, { elsewhere = false }: Effects, before: SessionState): void {
    const isAsked = event.type === 'signedOut' && event.reason === 'logout';
    if (isAsked || this.session()) this.#endedBy.set(null);
    else if (before.session && this.status() === 'anonymous') {
      const type = 'reason' in event ? event.reason : 'logout';
      this.#endedBy.set({ type, fromThisTab: !elsewhere });
    }
  }

  #execute(event: SessionEvent, effects: Effects, before: SessionState): void {
    const { write, tell, emit = [], elsewhere = false, cancel, ask } = effects;
    if (write) this.#stored.write(write);
    else if (write === null) this.#removeStored(event, before);
    const now = this.session();
    if (elsewhere && !now) this.#stored.forget();
    const { id = null, version = 0 } = now ?? before.session ?? {};
    const stored = event.type === 'signedOut' ? event.stored : null;
    if (tell) this.messages.next({ type: tell, id: id ?? stored, version });
    if (cancel) this.#signOuts.next();
    for (const type of emit) {
      // A listener may have ended the session.
      if (this.session()?.id === now?.id) this.#emit(type, !elsewhere);
    }
    if (ask) this.questions.next();
  }

  #removeStored(event: SessionEvent, { session }: SessionState): void {
    const { sharesCookie } = this.#config;
    // Storage may show what was there before the sign-out in another tab: its note must not go.
    if (event.type === 'found' && sharesCookie) {
      this.#stored.writeSignedOut(event.session?.id ?? null);
    } else if (event.type !== 'signedOut' || !sharesCookie) this.#stored.remove();
    // Nobody was signed in, or the backend is still to be told of it.
    else if (event.isOwed) {
      this.#stored.writeSignedOut(event.stored ?? session?.id ?? null);
    }
  }

  #emit(type: AuthEventType, fromThisTab: boolean): void {
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      explainEnd(this.#messages, type, fromThisTab);
    const event: AuthEvent = { type, fromThisTab };
    this.#restored = type === 'restored' ? event : null;
    this.#events.next(event);
  }
}
