import { SessionEvent, SessionState } from './session-state';
import {
  TOKENS,
  MINE,
  NEWER,
  OTHER,
  BOB,
  USER,
  SIGNED_IN,
  PENDING,
  UNKNOWN,
  ANONYMOUS,
  AFTER,
  LEASE,
  OLDER,
  STALE,
  BLIND,
  NOBODY,
} from '../../../test-support/session-states';
import {
  refreshed,
  confirmed,
  denied,
  signedIn,
  signedOut,
  found,
  over,
} from '../../../test-support/session-events';
import { Effects, transition } from './transition';

/** What an event must come to. `state` names what differs from the state before; absent: dropped. */
interface Case {
  readonly what: string;
  readonly before: SessionState;
  readonly event: SessionEvent;
  readonly state?: Partial<SessionState>;
  readonly effects?: Effects;
  readonly usesCookie?: boolean;
  readonly canAsk?: boolean;
}

const NO_SESSION = { status: 'anonymous', session: null, user: null } as const;
const ENDED = { ...NO_SESSION, ended: ['mine'] };
const BEGUN = { status: 'authenticated', session: OTHER, user: USER, attempt: 6 } as const;

const cases: Record<SessionEvent['type'], readonly Case[]> = {
  signInBegun: [
    {
      what: 'counts the attempt',
      before: ANONYMOUS,
      event: { type: 'signInBegun' },
      state: { attempt: 6 },
    },
  ],
  signedIn: [
    {
      what: 'begins a session',
      before: ANONYMOUS,
      event: signedIn(5),
      state: BEGUN,
      effects: { emit: ['login'], elsewhere: false, write: OTHER, tell: 'signedIn' },
    },
    {
      what: 'replaces a session, which ends',
      before: SIGNED_IN,
      event: signedIn(5),
      state: { ...BEGUN, ended: ['mine'] },
      effects: { emit: ['logout', 'login'], elsewhere: false, write: OTHER, tell: 'signedIn' },
    },
    { what: 'is dropped after a newer attempt', before: ANONYMOUS, event: signedIn(4) },
  ],
  updated: [
    {
      what: 'takes newer credentials',
      before: SIGNED_IN,
      event: { type: 'updated', session: NEWER },
      state: { session: NEWER },
      effects: { emit: ['refreshed'], write: NEWER, tell: 'refreshed' },
    },
    {
      what: 'takes the user',
      before: SIGNED_IN,
      event: { type: 'updated', user: { email: 'new@example.com' } },
      state: { user: { email: 'new@example.com' } },
      effects: { emit: [], write: MINE, tell: undefined },
    },
    {
      what: 'is dropped while nobody is signed in',
      before: ANONYMOUS,
      event: { type: 'updated', session: NEWER },
    },
    {
      what: 'takes newer credentials, which end the doubt about the session',
      before: PENDING,
      event: { type: 'updated', session: NEWER },
      state: { status: 'authenticated', session: NEWER },
      effects: { emit: ['restored', 'refreshed'], write: NEWER, tell: 'refreshed' },
    },
    {
      what: 'is dropped, if it brings a user only, while it is not known who is signed in',
      before: PENDING,
      event: { type: 'updated', user: { email: 'new@example.com' } },
    },
  ],
  refreshed: [
    {
      what: 'goes on with the new credentials',
      before: SIGNED_IN,
      event: refreshed(LEASE),
      state: { session: NEWER },
      effects: { emit: ['refreshed'], tell: 'refreshed' },
    },
    {
      what: 'restores a session that waited for it',
      before: PENDING,
      event: refreshed(LEASE),
      state: { status: 'authenticated', session: NEWER },
      effects: { emit: ['restored', 'refreshed'], tell: 'refreshed' },
    },
    {
      what: 'finds a session that nobody knew of',
      before: UNKNOWN,
      event: refreshed(BLIND),
      state: { status: 'authenticated', session: NEWER },
      effects: { emit: ['restored', 'refreshed'], tell: 'refreshed' },
    },
    { what: 'is dropped for an earlier session', before: SIGNED_IN, event: refreshed(STALE) },
    { what: 'is dropped for older credentials', before: SIGNED_IN, event: refreshed(OLDER) },
    { what: 'is dropped after the session', before: AFTER, event: refreshed(LEASE) },
    { what: 'is dropped for a visitor', before: ANONYMOUS, event: refreshed(NOBODY) },
    {
      what: 'for another user ends the session',
      before: SIGNED_IN,
      event: refreshed(LEASE, BOB),
      state: ENDED,
      effects: { emit: ['refused'], write: null, tell: 'ended' },
    },
    {
      what: 'for another user at start is a session of its own',
      before: PENDING,
      event: refreshed(LEASE, BOB),
      state: { status: 'authenticated', session: { ...BOB, id: 'fresh' } },
      effects: { emit: ['restored', 'refreshed'], tell: 'refreshed' },
    },
  ],
  confirmed: [
    {
      what: 'names the user',
      before: { ...SIGNED_IN, user: null },
      event: confirmed(LEASE),
      state: { user: USER },
      effects: { emit: [] },
    },
    {
      what: 'restores the session that was asked about',
      before: PENDING,
      event: confirmed(LEASE),
      state: { status: 'authenticated', user: USER },
      effects: { emit: ['restored'] },
    },
    {
      what: 'finds a session that nobody knew of',
      before: UNKNOWN,
      event: confirmed(BLIND),
      state: { status: 'authenticated', session: OTHER, user: USER },
      effects: { emit: ['restored'], write: OTHER },
    },
    {
      what: 'takes no account of a clock that says expired',
      before: { ...SIGNED_IN, session: { ...MINE, tokens: { ...TOKENS, expiresAt: 1 } } },
      event: confirmed(LEASE, { isExpired: true }),
      state: { session: MINE },
      effects: { emit: [], write: MINE },
    },
    { what: 'is dropped for an earlier session', before: SIGNED_IN, event: confirmed(STALE) },
    { what: 'is dropped after the session', before: AFTER, event: confirmed(LEASE) },
    {
      what: 'is dropped after another attempt',
      before: UNKNOWN,
      event: confirmed({ ...BLIND, attempt: 4 }),
    },
    {
      what: 'of another user replaces the session',
      before: SIGNED_IN,
      event: confirmed(LEASE, { subject: 'claim sub:2' }),
      state: {
        session: { ...OTHER, subject: 'claim sub:2' },
        ended: ['mine'],
      },
      effects: {
        emit: ['logout', 'login'],
        elsewhere: true,
        ask: false,
        write: { ...OTHER, subject: 'claim sub:2' },
      },
    },
    {
      what: 'of another user at start restores that user',
      before: PENDING,
      event: confirmed(LEASE, { subject: 'claim sub:2' }),
      state: {
        status: 'authenticated',
        session: { ...OTHER, subject: 'claim sub:2' },
        user: USER,
      },
      effects: { emit: ['restored'], write: { ...OTHER, subject: 'claim sub:2' } },
    },
  ],
  denied: [
    {
      what: 'ends the session that was refused',
      before: SIGNED_IN,
      event: denied(LEASE),
      state: ENDED,
      effects: { emit: ['refused'], write: null, tell: 'ended' },
    },
    {
      what: 'says why',
      before: SIGNED_IN,
      event: { type: 'denied', lease: LEASE, reason: 'expired' },
      state: ENDED,
      effects: { emit: ['expired'], write: null, tell: 'ended' },
    },
    {
      what: 'is no event of the app at start',
      before: PENDING,
      event: denied(LEASE),
      state: ENDED,
      effects: { emit: [], write: null, tell: 'ended' },
    },
    {
      what: 'removes nothing if no session was known',
      before: UNKNOWN,
      event: denied(BLIND),
      state: NO_SESSION,
      effects: { emit: [] },
    },
    { what: 'is dropped for an earlier session', before: SIGNED_IN, event: denied(STALE) },
    { what: 'is dropped for older credentials', before: SIGNED_IN, event: denied(OLDER) },
    { what: 'is dropped while nobody is signed in', before: ANONYMOUS, event: denied(NOBODY) },
    {
      what: 'of a visitor’s request is dropped once somebody has signed in',
      before: SIGNED_IN,
      event: denied(NOBODY),
    },
  ],
  signedOut: [
    {
      what: 'ends the session and everything that is under way for it',
      before: SIGNED_IN,
      event: signedOut('mine'),
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], write: null, tell: 'signedOut', cancel: true },
    },
    {
      what: 'says that the user was idle',
      before: SIGNED_IN,
      event: { type: 'signedOut', reason: 'idle', stored: 'mine', isOwed: true },
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['idle'], write: null, tell: 'signedOut', cancel: true },
    },
    {
      what: 'ends what storage has, too',
      before: SIGNED_IN,
      event: signedOut('other'),
      state: { ...ENDED, ended: ['mine', 'other'], attempt: 6 },
      effects: { emit: ['logout'], write: null, tell: 'signedOut', cancel: true },
    },
    {
      what: 'cancels a sign-in under way',
      before: ANONYMOUS,
      event: signedOut(null),
      state: { attempt: 6 },
      effects: { emit: [], write: null, tell: 'signedOut', cancel: true },
    },
  ],
  found: [
    { what: 'is no news if it is the same', before: SIGNED_IN, event: found(MINE) },
    {
      what: 'goes on with the newer credentials of another tab',
      before: SIGNED_IN,
      event: found(NEWER),
      state: { session: NEWER },
      effects: { emit: ['refreshed'], elsewhere: true },
    },
    {
      what: 'is dropped if it is older',
      before: { ...SIGNED_IN, session: NEWER },
      event: found(MINE),
    },
    {
      what: 'goes on with the session that another tab began',
      before: ANONYMOUS,
      event: found(OTHER),
      state: { status: 'authenticated', session: OTHER },
      effects: { emit: ['login'], elsewhere: true, ask: true },
    },
    {
      what: 'leaves this session for another',
      before: SIGNED_IN,
      event: found(OTHER),
      state: { session: OTHER, user: null, ended: ['mine'] },
      effects: { emit: ['logout', 'login'], elsewhere: true, ask: true },
    },
    {
      what: 'asks about another session while it asks',
      before: PENDING,
      event: found(OTHER),
      state: { session: OTHER, ended: ['mine'] },
      effects: { emit: [], elsewhere: true, ask: true },
    },
    {
      what: 'ends the session that is gone from storage',
      before: SIGNED_IN,
      event: found(null),
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    {
      what: 'asks the backend if the note on a cookie is gone',
      before: SIGNED_IN,
      event: found(null),
      usesCookie: true,
      state: {},
      effects: { ask: true },
    },
    {
      what: 'ends the session if the note on a cookie is gone and nobody can be asked',
      before: SIGNED_IN,
      event: found(null),
      usesCookie: true,
      canAsk: false,
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    { what: 'is dropped if there is nothing, as before', before: ANONYMOUS, event: found(null) },
    {
      what: 'removes a session that is over',
      before: AFTER,
      event: found(MINE),
      state: {},
      effects: { write: null },
    },
    {
      what: 'stores again what a late tab has overwritten',
      before: { ...SIGNED_IN, session: OTHER, ended: ['mine'] },
      event: found(NEWER),
      state: {},
      effects: { write: OTHER },
    },
  ],
  doubted: [
    {
      what: 'makes it unknown who is signed in',
      before: SIGNED_IN,
      event: { type: 'doubted' },
      state: { status: 'pending', session: null, user: null },
    },
  ],
  endedElsewhere: [
    {
      what: 'ends the session that another tab signed out',
      before: SIGNED_IN,
      event: over('mine'),
      state: { ...ENDED, attempt: 6 },
      effects: { emit: ['logout'], elsewhere: true, cancel: true },
    },
    {
      what: 'ends the session that was refused to another tab, and cancels nothing',
      before: SIGNED_IN,
      event: over('mine', false),
      state: ENDED,
      effects: { emit: ['logout'], elsewhere: true, cancel: false },
    },
    {
      what: 'remembers that another session is over',
      before: SIGNED_IN,
      event: over('other'),
      state: { ended: ['other'] },
    },
    {
      what: 'ends what is asked about, if nobody knows which session that is',
      before: UNKNOWN,
      event: over('other'),
      state: { ...NO_SESSION, ended: ['other'], attempt: 6 },
      effects: { emit: [], elsewhere: true, cancel: true },
    },
    {
      what: 'lets a visitor’s sign-in go on',
      before: ANONYMOUS,
      event: over('other'),
      state: { ended: ['other'] },
    },
  ],
};

for (const [type, rows] of Object.entries(cases)) {
  describe(`the event ${type}`, () => {
    for (const { what, before, event, state, effects = {}, ...proof } of rows) {
      it(what, () => {
        const next = transition(Object.freeze(before), event, {
          usesCookie: false,
          canAsk: true,
          ...proof,
        });
        // What it counts is looked at below.
        if (state) expect({ ...next.state, left: before.left }).toEqual({ ...before, ...state });
        else expect(next.state).toBe(before);
        expect(next.effects).toEqual(effects);
      });
    }
  });
}
