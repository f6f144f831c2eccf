import { AuthEventType } from '../auth-event';
import { AuthUser } from '../auth-user';
import {
  Lease,
  Session,
  SessionEnd,
  SessionEvent,
  SessionState,
  TabMessage,
} from './session-state';

/** What the runtime does after a transition. */
export interface Effects {
  /** The session to store; null: none must stay. */
  readonly write?: Session | null;
  /** To the other tabs. */
  readonly tell?: TabMessage['type'];
  /** To the app, in this order. */
  readonly emit?: readonly AuthEventType[];
  /** Whether another tab did it. */
  readonly elsewhere?: boolean;
  /** Ends every operation that is under way for the session: a sign-out is a fence. */
  readonly cancel?: boolean;
  /** Asks the backend who is signed in. */
  readonly ask?: boolean;
}

export interface Transition {
  readonly state: SessionState;
  readonly effects: Effects;
}

/** More sessions than can end before the last message about the first arrives. */
const REMEMBERED = 64;
const NONE: Effects = {};

/** Absent if there is no session. */
type SessionId = string | null | undefined;

/** What proves the session, and who can be asked about it. */
export interface Proof {
  /** A cookie does, so that storage has only a note about it. */
  readonly usesCookie: boolean;
  /** The backend has an endpoint that tells who is signed in. */
  readonly canAsk: boolean;
}

/**
 * The one place that decides whether an outcome still applies: each names the session it is about,
 * and is dropped (the state stays the same object) if that session is no longer this tab's.
 */
export function transition(state: SessionState, event: SessionEvent, proof: Proof): Transition {
  const { session, status } = state;
  const judgement = 'lease' in event ? judge(state, event.lease) : null;
  // A check asked while nobody was known may be older than the session that was found since.
  const isLate =
    judgement === 'newer' &&
    'lease' in event &&
    (event.type !== 'confirmed' || event.lease.id === null);
  if (judgement === 'stale' || isLate) return dropped(state);
  switch (event.type) {
    case 'signInBegun':
      return changed(state, { attempt: state.attempt + 1 });
    case 'signedIn':
      return event.attempt === state.attempt
        ? begun(state, event.session, event.user)
        : dropped(state);
    case 'updated': {
      const known = event.session ?? session;
      // Tokens that the app brings are known to be good, unlike those that are still asked about.
      const isInDoubt = status === 'pending' && !!event.session;
      if (!(status === 'authenticated' || isInDoubt) || !known) return dropped(state);
      const user = event.user === undefined ? (state.user ?? known.user ?? null) : event.user;
      const write = known.user === undefined ? known : { ...known, user };
      const emit: AuthEventType[] = event.session ? ['refreshed'] : [];
      if (isInDoubt) emit.unshift('restored');
      const effects = { emit, write, tell: event.session && ('refreshed' as const) };
      const changes = { status: 'authenticated', session: write, user } as const;
      return changed(state, changes, event.elsewhere ? NONE : effects);
    }
    case 'refreshed':
      if (!isOther(session, event.session.subject)) return refreshed(state, event.session);
      // Somebody else's: nothing of this session may be sent with it.
      return status === 'pending'
        ? refreshed(state, {
            ...event.session,
            id: event.fresh,
            ...(event.session.user && { user: null }),
          })
        : denied(state, 'refused');
    case 'confirmed':
      return confirmed(state, event, proof);
    case 'denied':
      return denied(state, event.reason);
    case 'signedOut':
      return ended(state, [session?.id, event.stored], event.reason, true, {
        write: null,
        tell: 'signedOut',
        cancel: true,
      });
    case 'found':
      return found(state, event.session, proof);
    case 'doubted':
      return changed(state, { status: 'pending', session: null, user: null });
    case 'endedElsewhere':
      return (event.version ?? Infinity) < (session?.version ?? 0)
        ? dropped(state)
        : endedElsewhere(state, event.id, event.signedOut);
  }
}

/** What the lease of a refused operation is worth now. */
export type Judgement =
  /** Of another session, or of none. */
  | 'stale'
  /** The session has newer credentials. */
  | 'newer'
  /** It is not known yet who is signed in. */
  | 'unknown'
  /** Of this session as it is. */
  | 'current';

export function judge({ status, session, attempt, left }: SessionState, lease: Lease): Judgement {
  const isSame =
    lease.id === null
      ? lease.pending && lease.attempt === attempt && lease.left === left
      : lease.id === (session?.id ?? null);
  if (status === 'anonymous' || !isSame) return 'stale';
  // Asked while nobody was known: the answer is not about the session that was found since.
  const isFound = status === 'pending' && lease.id === null && session !== null;
  if (isFound || (session?.version ?? 0) !== lease.version) return 'newer';
  return status === 'pending' ? 'unknown' : 'current';
}

/**
 * Whether a note about a sign-out is older than this tab's session. A session that this tab never heard
 * of shared the cookie with it, so its sign-out was this one's, too.
 */
export function isOldSignOut(state: SessionState, id: string): boolean {
  return state.status !== 'pending' && id !== state.session?.id && hasEnded(state, id);
}

/** Whether a session with this id is over, as far as this tab knows. */
export function hasEnded({ ended }: SessionState, id: string | undefined): boolean {
  return id !== undefined && ended.includes(id);
}

export function leaseOf({ status, session, attempt, left }: SessionState): Lease {
  return {
    id: session?.id ?? null,
    version: session?.version ?? 0,
    attempt,
    left,
    pending: status === 'pending',
  };
}

/** What the session in storage is, seen from this tab's. */
export function compareStored(
  session: Session | null,
  stored: Session | null,
): 'other' | 'newer' | 'same' {
  if (!stored || !session) return stored === session ? 'same' : 'other';
  if (stored.id !== session.id) return 'other';
  return stored.version > session.version ? 'newer' : 'same';
}

/** Subjects of different kinds (`sub:1`, `id:1`) cannot be compared. */
function isOther(session: Session | null, subject: string | null): boolean {
  const known = session?.subject;
  if (!known || !subject) return false;
  return known !== subject && known.split(':', 1)[0] === subject.split(':', 1)[0];
}

function dropped(state: SessionState): Transition {
  return { state, effects: NONE };
}

function changed(
  state: SessionState,
  changes: Partial<SessionState>,
  effects: Effects = NONE,
): Transition {
  return { state: { ...state, ...changes }, effects };
}

function begun(
  state: SessionState,
  session: Session,
  user: AuthUser | null,
  elsewhere = false,
): Transition {
  const isReplaced = state.status === 'authenticated';
  const before = state.session?.id;
  return {
    state: {
      status: 'authenticated',
      session,
      user,
      attempt: state.attempt + (elsewhere ? 0 : 1),
      left: state.left + (before ? 1 : 0),
      ended: withEnded(state, before === session.id ? undefined : before),
    },
    effects: {
      emit: isReplaced ? ['logout', 'login'] : ['login'],
      elsewhere,
      ...(elsewhere ? { ask: true } : { write: session, tell: 'signedIn' }),
    },
  };
}

function refreshed(state: SessionState, session: Session): Transition {
  const user = session.user ?? state.user;
  return changed(
    state,
    { status: 'authenticated', session, user },
    {
      emit: state.status === 'pending' ? ['restored', 'refreshed'] : ['refreshed'],
      tell: 'refreshed',
    },
  );
}

function confirmed(
  state: SessionState,
  event: SessionEvent & { type: 'confirmed' },
  { usesCookie }: Proof,
): Transition {
  const { user, subject, fresh, isExpired, isNoted = true } = event;
  const { session } = state;
  if (session && isOther(session, subject)) {
    const other = { ...fresh, subject };
    if (state.status === 'authenticated') {
      const { state: next, effects } = begun(state, other, user, true);
      return { state: next, effects: { ...effects, ask: false, write: other } };
    }
    const effects: Effects = { emit: ['restored'], write: other };
    return changed(state, { status: 'authenticated', session: other, user }, effects);
  }
  const known = session ?? fresh;
  const { tokens } = known;
  const isNew = isExpired || (subject && !known.subject);
  // The backend accepts what has expired by the client's clock: that clock knows nothing of it.
  const next =
    (isNew && {
      ...known,
      subject: known.subject ?? subject,
      tokens: tokens && isExpired ? { ...tokens, expiresAt: null } : tokens,
    }) ||
    known;
  return changed(
    state,
    { status: 'authenticated', session: next, user },
    {
      emit: state.status === 'pending' ? ['restored'] : [],
      // A note about the cookie may be gone, or be about the sign-out of an earlier session.
      ...(next === session && (isNoted || !usesCookie) ? null : { write: next }),
    },
  );
}

function denied(state: SessionState, reason: SessionEnd): Transition {
  const { session } = state;
  // A tab that never knew a session has none to remove: it may be another tab's by now.
  const effects: Effects = session ? { write: null, tell: 'ended' } : NONE;
  return ended(state, [session?.id], reason, false, effects);
}

function endedElsewhere(state: SessionState, id: string | null, isSignOut: boolean): Transition {
  const mine = state.session?.id ?? null;
  // A tab that does not know yet which session it asks about takes every sign-out for its own.
  const isMine = id === mine || (state.status === 'pending' && mine === null && isSignOut);
  return state.status === 'anonymous' || !isMine
    ? changed(state, { ended: withEnded(state, id) })
    : ended(state, [id], 'logout', isSignOut, { elsewhere: true, cancel: isSignOut });
}

function found(
  state: SessionState,
  stored: Session | null,
  { usesCookie, canAsk }: Proof,
): Transition {
  const { session, status } = state;
  if (!stored) {
    // A note that is gone says nothing about the cookie; the backend knows.
    if (usesCookie && canAsk) return { state, effects: { ask: status === 'authenticated' } };
    return session ? endedElsewhere(state, session.id, true) : dropped(state);
  }
  if (hasEnded(state, stored.id)) {
    const over = session?.id === stored.id ? endedElsewhere(state, stored.id, true) : null;
    // Written late by a tab that did not know yet: what is true now is stored again.
    return {
      state: over?.state ?? state,
      effects: { ...over?.effects, write: over ? null : session },
    };
  }
  const token = stored.tokens?.access.value;
  const isSameToken = token === session?.tokens?.access.value;
  // Two tabs that learned at once of a cookie, each by a check.
  const isSameCookie = usesCookie && session?.version === 0 && stored.version === 0;
  const isSame = stored.id === session?.id || (isSameToken && token !== undefined);
  if (session && (isSame || isSameCookie)) {
    const isNews = stored.version > session.version || !isSameToken;
    if (stored.version < session.version || (!isNews && stored.id === session.id))
      return dropped(state);
    if (!isOther(session, stored.subject)) {
      const hasEvent = isNews && status === 'authenticated';
      const user = stored.user ?? state.user;
      return changed(
        state,
        { session: stored, user },
        {
          emit: hasEvent ? ['refreshed'] : [],
          elsewhere: true,
        },
      );
    }
  }
  const { state: next, effects } = begun(state, stored, stored.user ?? null, true);
  // There is no token yet, or the backend is to confirm it first.
  return status === 'pending' || !(stored.tokens || usesCookie)
    ? changed(
        next,
        { status: 'pending', user: null },
        {
          elsewhere: true,
          ask: true,
          emit: status === 'authenticated' ? ['logout'] : [],
        },
      )
    : { state: next, effects };
}

/** @param isSignOut A fence: later answers to what began before it apply to nothing. */
function ended(
  state: SessionState,
  ids: readonly SessionId[],
  reason: SessionEnd,
  isSignOut: boolean,
  effects: Effects,
): Transition {
  return {
    state: {
      status: 'anonymous',
      session: null,
      user: null,
      attempt: state.attempt + (isSignOut ? 1 : 0),
      left: state.left + 1,
      ended: withEnded(state, ...ids),
    },
    effects: { ...effects, emit: state.status === 'authenticated' ? [reason] : [] },
  };
}

function withEnded({ ended }: SessionState, ...ids: readonly SessionId[]): readonly string[] {
  const all = new Set([...ended, ...ids.filter((id) => id !== undefined && id !== null)]);
  return all.size > ended.length ? [...all].slice(-REMEMBERED) : ended;
}
