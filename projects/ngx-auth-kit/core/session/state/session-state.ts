import { AuthEventType } from '../auth-event';
import { AuthUser } from '../auth-user';
import { SessionTokens } from './session-tokens';

/** Tells if a user is signed in. `pending` means that it is not known yet. */
export type AuthStatus = 'pending' | 'authenticated' | 'anonymous';

/** Why a session ended. */
export type SessionEnd = Extract<AuthEventType, 'logout' | 'expired' | 'refused' | 'idle'>;

/** One user signed in on this browser, from sign-in to sign-out. */
export interface Session {
  /** Given at sign-in. Every tab knows the session by it, also if a cookie proves it. */
  readonly id: string;
  /** Counts the credentials: 1 after sign-in, one more after each refresh. */
  readonly version: number;
  /** The user it belongs to, as `kind:value`; null if unknown. */
  readonly subject: string | null;
  /** Milliseconds to add to the client's clock to get the server's. */
  readonly offset: number;
  /** Null if a cookie proves the session, or buys the token that is not here yet. */
  readonly tokens: SessionTokens | null;
  /** Stored with the session if no endpoint can tell who the user is; absent otherwise. */
  readonly user?: AuthUser | null;
}

/** All that the core knows. */
export interface SessionState {
  readonly status: AuthStatus;
  /** Null if anonymous. Null or what storage says while pending. */
  readonly session: Session | null;
  readonly user: AuthUser | null;
  /** Counts sign-ins that began or succeeded here, and sign-outs. */
  readonly attempt: number;
  /** Counts the sessions that this tab has left. */
  readonly left: number;
  /** Ids of sessions that are over. A late answer or message must not bring one back. */
  readonly ended: readonly string[];
}

/** What an operation remembers from its start, to know whether its outcome still applies. */
export interface Lease {
  /** Of the session; null if there was none. */
  readonly id: string | null;
  readonly version: number;
  readonly attempt: number;
  readonly left: number;
  /** Whether it was not known yet who is signed in. */
  readonly pending: boolean;
}

/** Told to the other tabs of the app. Holds no token, except for a copy of a tab-only session. */
export interface TabMessage {
  /** `ended`: refused, or expired. `named`: the app has set the user. `asked`: what other copies of a tab know of it. */
  readonly type: 'signedIn' | 'signedOut' | 'ended' | 'refreshed' | 'named' | 'asked';
  readonly id: string | null;
  readonly version: number;
  /** With `refreshed`: what copies of a tab-only session go on with. They have no storage in common. */
  readonly session?: Session;
  /** With `named`. */
  readonly user?: AuthUser | null;
}

/** What happened. */
export type SessionEvent =
  /** The user wants to sign in. */
  | { readonly type: 'signInBegun' }
  /** The backend signed the user in. */
  | {
      readonly type: 'signedIn';
      readonly attempt: number;
      readonly session: Session;
      readonly user: AuthUser | null;
      /** Whether the session outlives the tab, if there is a choice. */
      readonly remember?: boolean;
    }
  /** The app brought newer credentials, or the user's new details. */
  | {
      readonly type: 'updated';
      readonly session?: Session;
      readonly user?: AuthUser | null;
      /** Whether the app did it in another tab, which has stored it. */
      readonly elsewhere?: boolean;
    }
  /** The backend granted new credentials. `fresh` is the id to take if they are somebody else's. */
  | {
      readonly type: 'refreshed';
      readonly lease: Lease;
      readonly session: Session;
      readonly fresh: string;
    }
  /** The backend said who is signed in. `fresh` is what to take if it was not known, or another. */
  | {
      readonly type: 'confirmed';
      readonly lease: Lease;
      readonly user: AuthUser | null;
      readonly subject: string | null;
      readonly fresh: Session;
      /** Whether the credentials have expired by the client's clock. */
      readonly isExpired: boolean;
      /** Whether storage has a session. Default: true. */
      readonly isNoted?: boolean;
    }
  /** The backend does not accept the credentials, or they expired beyond repair. */
  | { readonly type: 'denied'; readonly lease: Lease; readonly reason: 'refused' | 'expired' }
  /** The user signed out, or was idle. `stored` is the id that storage had. */
  | {
      readonly type: 'signedOut';
      readonly reason: 'logout' | 'idle';
      readonly stored: string | null;
      /** Whether the backend has to be told. */
      readonly isOwed: boolean;
    }
  /** This is what storage holds. */
  | { readonly type: 'found'; readonly session: Session | null }
  /** It is not known any more who is signed in. */
  | { readonly type: 'doubted' }
  /** Another tab says that a session is over; `null`: the one that this tab asks about. */
  | {
      readonly type: 'endedElsewhere';
      readonly id: string | null;
      readonly signedOut: boolean;
      /** Of the credentials that were refused; absent for a sign-out. */
      readonly version?: number;
    };
