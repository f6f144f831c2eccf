import { computed, inject, Injectable, Signal, signal } from '@angular/core';
import { defer, Observable, startWith, Subject } from 'rxjs';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { AuthEvent, AuthEventType } from './auth-event';
import { AuthUser } from './auth-user';
import { ExpiryTimer } from './expiry-timer';
import { explainUnforgotten, RememberMe } from './remember-me/remember-me';
import { SessionClock } from './session-clock';
import { RenewableSessions } from './renewable-sessions';
import { STATUS_CHECK } from './session-features';
import { isSameSession, SessionTokens } from './session-tokens';
import { StoredSession } from './stored-session';

/** Angular's own: production builds replace it by `false`. */
declare const ngDevMode: boolean | undefined;

/** Whether somebody is signed in; `pending` means that it is not known yet. */
export type AuthStatus = 'pending' | 'authenticated' | 'anonymous';

/** Why a session ended. */
export type SessionEnd = Extract<AuthEventType, 'logout' | 'expired' | 'refused' | 'idle'>;

interface SessionState {
  readonly status: AuthStatus;
  readonly tokens: SessionTokens | null;
  readonly user: AuthUser | null;
}

const ANONYMOUS: SessionState = { status: 'anonymous', tokens: null, user: null };

/** The one owner of the session. Everything else reads it or asks it to change. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  readonly #stored = inject(StoredSession);
  readonly #clock = inject(SessionClock);
  readonly #messages = injectDevMessages();
  readonly #window = inject(BROWSER_WINDOW);
  readonly #timer = new ExpiryTimer(() => this.end('expired'));
  readonly #usesCookie = inject(AUTH_CONFIG).usesCookie;
  readonly #renewable = inject(RenewableSessions, { optional: true });
  readonly #checksStatus = inject(STATUS_CHECK, { optional: true });
  readonly #rememberMe = inject(RememberMe, { optional: true });

  readonly #state = signal<SessionState>(ANONYMOUS);
  readonly #changes = new Subject<AuthEvent>();
  #restored: AuthEvent | null = null;
  #currentEpoch = 0;
  #currentVersion = 0;

  readonly status: Signal<AuthStatus> = computed(() => this.#state().status);
  readonly tokens: Signal<SessionTokens | null> = computed(() => this.#state().tokens);
  readonly user: Signal<AuthUser | null> = computed(() => this.#state().user);

  /** Changes of the session; a restored session is told to late subscribers too. */
  readonly events: Observable<AuthEvent> = defer(() =>
    this.#restored ? this.#changes.pipe(startWith(this.#restored)) : this.#changes,
  );

  constructor() {
    this.#restore();
  }

  /**
   * Grows at every sign-in and sign-out. Whoever writes after waiting compares it with the one it
   * began in: the session it meant may be over.
   */
  get epoch(): number {
    return this.#currentEpoch;
  }

  /** Grows with the epoch and at every renewal: what was proven with an older one may be repeated. */
  get version(): number {
    return this.#currentVersion;
  }

  /** Fails where somebody has signed in or out since: the session that was meant is over. */
  assertCurrent(epoch: number): void {
    if (epoch !== this.#currentEpoch) throw new AuthError('session_expired');
  }

  /** Begins a session. Tokens are null where a cookie proves it. */
  begin(tokens: SessionTokens | null, user: AuthUser | null, remember = true): void {
    if (typeof ngDevMode === 'undefined' || ngDevMode) {
      if (!remember && !this.#rememberMe) explainUnforgotten(this.#messages);
    }
    this.#rememberMe?.choose(remember);
    const own = tokens && (this.#renewable?.withId(tokens) ?? tokens);
    if (own) this.#stored.write(own);
    this.#startSession(own, user, true);
  }

  /** Notes that the backend confirmed the session, and its user. */
  confirm(user: AuthUser | null): void {
    const { status, tokens } = this.#state();
    if (status === 'anonymous') return;
    const confirmed: SessionState = { status: 'authenticated', tokens, user };
    if (status === 'pending') this.#change(confirmed, 'restored');
    else this.#state.set(confirmed);
  }

  /** Takes a stored session for what it says, because the backend could not be asked. */
  trustStored(): void {
    const { status, tokens } = this.#state();
    if (status === 'pending' && tokens && !this.hasExpired()) this.confirm(null);
  }

  /** Goes on with renewed tokens of the same session; whoever renewed them has stored them. */
  renew(tokens: SessionTokens | null, fromThisTab = true): void {
    this.#currentVersion++;
    const { user } = this.#state();
    this.#change({ status: 'authenticated', tokens, user }, 'refreshed', fromThisTab);
  }

  /**
   * Ends the session, if there is one. A logout clears storage in any case, everything else only
   * what is this session's: another tab may have signed somebody in a moment ago.
   */
  end(reason: SessionEnd): void {
    const mine = this.#state().tokens;
    const stored = reason === 'logout' || !mine ? null : this.#stored.read();
    const isOthers = stored !== null && mine !== null && !isSameSession(stored, mine);
    if (!isOthers) this.#stored.clear();
    if (reason === 'logout') this.#rememberMe?.clear();
    this.#forget(reason, true);
    if (isOthers) this.beginElsewhere(stored);
  }

  /** Tells of something that changes nothing yet. */
  announce(type: AuthEventType): void {
    this.#changes.next({ type, fromThisTab: true });
  }

  /** Ends the session here after it ended in another tab, which has cleared what is shared. */
  endElsewhere(): void {
    this.#forget('logout', false);
  }

  /** Begins the session that another tab began and stored. */
  beginElsewhere(tokens: SessionTokens): void {
    this.#startSession(tokens, null, false);
  }

  /** Notes that another tab changed a cookie session: whose it is must be asked again. */
  doubt(): void {
    this.#currentEpoch++;
    this.#currentVersion++;
    const { status } = this.#state();
    const known = status === 'authenticated' ? status : 'pending';
    this.#state.set({ status: known, tokens: null, user: null });
  }

  /** Ends the session whose token has expired unnoticed, as it does while a device sleeps. */
  endIfExpired(): void {
    if (this.hasExpired() && !this.isRenewable()) this.end('expired');
  }

  /** Whether the access token has expired by the corrected clock. */
  hasExpired(): boolean {
    return this.#clock.hasPassed(this.#state().tokens?.expiresAt ?? null);
  }

  /** Whether the session can be renewed: the app has the feature, and the means to ask are there. */
  isRenewable(tokens = this.#state().tokens): boolean {
    return this.#renewable?.includes(tokens) ?? false;
  }

  #restore(): void {
    // A server has no visitor's storage, so it cannot know. Nor can scripts see a session in a cookie.
    const isHidden = !this.#window || this.#usesCookie;
    const tokens = isHidden ? null : this.#stored.read();
    const isDue = !tokens || this.#clock.hasPassed(tokens.expiresAt);
    const renewable = this.isRenewable(tokens);
    if (isHidden || (isDue ? renewable : this.#checksStatus)) {
      this.#state.set({ status: 'pending', tokens, user: null });
    } else if (!isDue) this.#change({ status: 'authenticated', tokens, user: null }, 'restored');
    else if (tokens) this.#stored.clear();
  }

  #startSession(tokens: SessionTokens | null, user: AuthUser | null, fromThisTab: boolean): void {
    this.#currentEpoch++;
    this.#currentVersion++;
    this.#change({ status: 'authenticated', tokens, user }, 'login', fromThisTab);
  }

  #forget(reason: SessionEnd, fromThisTab: boolean): void {
    const { status } = this.#state();
    // To learn that nobody was signed in ends nothing, so a sign-in under way goes on.
    if (status !== 'pending' || reason !== 'refused') {
      this.#currentEpoch++;
      this.#currentVersion++;
    }
    if (status !== 'authenticated') {
      this.#state.set(ANONYMOUS);
      return;
    }
    if (typeof ngDevMode === 'undefined' || ngDevMode)
      explainEnd(this.#messages, reason, fromThisTab);
    this.#change(ANONYMOUS, reason, fromThisTab);
  }

  #change(state: SessionState, type: AuthEventType, fromThisTab = true): void {
    this.#state.set(state);
    this.#timer.start(this.isRenewable() ? null : (state.tokens?.expiresAt ?? null));
    const event: AuthEvent = { type, fromThisTab };
    this.#restored = type === 'restored' ? event : null;
    this.#changes.next(event);
  }
}

function explainEnd(messages: DevMessages, reason: SessionEnd, fromThisTab: boolean): void {
  const why = {
    logout: fromThisTab ? null : 'another tab signed out',
    expired: 'its token has expired, and nothing here renews it',
    refused: 'the backend refused its token',
    idle: 'the user was inactive for too long',
  }[reason];
  if (why) messages.explainOnce(`end ${why}`, `the session has ended: ${why}.`);
}
