import { computed, inject, Injectable, Signal, signal } from '@angular/core';
import { defer, Observable, startWith, Subject } from 'rxjs';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthEvent, AuthEventType } from './auth-event';
import { AuthUser } from './auth-user';
import { ExpiryTimer } from './expiry-timer';
import { SessionClock } from './session-clock';
import { SessionTokens } from './session-tokens';
import { StoredSession } from './stored-session';

/** Whether somebody is signed in; `pending` means that it is not known yet. */
export type AuthStatus = 'pending' | 'authenticated' | 'anonymous';

/** Why a session ended. */
export type SessionEnd = Extract<AuthEventType, 'logout' | 'expired' | 'refused'>;

interface SessionState {
  readonly status: AuthStatus;
  readonly tokens: SessionTokens | null;
  readonly user: AuthUser | null;
}

const ANONYMOUS: SessionState = { status: 'anonymous', tokens: null, user: null };

/** The one owner of the session. Everything else reads it or asks it to change. */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly stored = inject(StoredSession);
  private readonly clock = inject(SessionClock);
  private readonly timer = inject(ExpiryTimer);
  private readonly usesCookie = inject(AUTH_CONFIG).backend.session === 'cookie';

  private readonly state = signal<SessionState>(ANONYMOUS);
  private readonly changes = new Subject<AuthEvent>();
  private restored: AuthEvent | null = null;
  private currentEpoch = 0;

  readonly status: Signal<AuthStatus> = computed(() => this.state().status);
  readonly tokens: Signal<SessionTokens | null> = computed(() => this.state().tokens);
  readonly user: Signal<AuthUser | null> = computed(() => this.state().user);

  /** Changes of the session; a restored session is told to late subscribers too. */
  readonly events: Observable<AuthEvent> = defer(() =>
    this.restored ? this.changes.pipe(startWith(this.restored)) : this.changes,
  );

  constructor() {
    this.restore();
  }

  /**
   * Grows at every sign-in and sign-out. Whoever writes after waiting compares it with the one it
   * began in: the session it meant may be over.
   */
  get epoch(): number {
    return this.currentEpoch;
  }

  /** Begins a session. Tokens are null where a cookie proves it. */
  begin(tokens: SessionTokens | null, user: AuthUser | null): void {
    this.currentEpoch++;
    if (tokens) this.stored.write(tokens);
    this.change({ status: 'authenticated', tokens, user }, 'login');
  }

  /** Notes that the backend confirmed the session, and its user. */
  confirm(user: AuthUser | null): void {
    if (this.state().status === 'pending') {
      this.change({ ...this.state(), status: 'authenticated', user }, 'restored');
    } else {
      this.state.update((state) => ({ ...state, user }));
    }
  }

  /** Ends the session, if there is one; storage is cleared in any case. */
  end(reason: SessionEnd): void {
    this.stored.clear();
    this.currentEpoch++;
    if (this.state().status === 'authenticated') this.change(ANONYMOUS, reason);
    else this.state.set(ANONYMOUS);
  }

  /** Ends the session whose token has expired unnoticed, as it does while a device sleeps. */
  endIfExpired(): void {
    if (this.clock.hasPassed(this.state().tokens?.expiresAt ?? null)) this.end('expired');
  }

  private restore(): void {
    if (this.usesCookie) {
      this.state.set({ ...ANONYMOUS, status: 'pending' });
      return;
    }
    const tokens = this.stored.read();
    if (!tokens) return;
    if (this.clock.hasPassed(tokens.expiresAt)) {
      this.stored.clear();
      return;
    }
    this.change({ status: 'authenticated', tokens, user: null }, 'restored');
  }

  private change(state: SessionState, type: AuthEventType): void {
    this.state.set(state);
    this.timer.start(state.tokens?.expiresAt ?? null, () => this.end('expired'));
    const event: AuthEvent = { type, fromThisTab: true };
    this.restored = type === 'restored' ? event : null;
    this.changes.next(event);
  }
}
