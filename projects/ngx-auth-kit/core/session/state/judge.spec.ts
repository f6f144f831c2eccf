import { Session } from './session-state';
import {
  MINE,
  NEWER,
  OTHER,
  SIGNED_IN,
  PENDING,
  UNKNOWN,
  ANONYMOUS,
  LEASE,
  BLIND,
} from '../../../test-support/session-states';
import { compareStored, judge, isOldSignOut, leaseOf, transition } from './transition';

const COOKIE = { usesCookie: true, canAsk: true };
const TOKEN = { usesCookie: false, canAsk: true };

describe('a lease', () => {
  it('is current as long as nothing changes', () => {
    for (const state of [SIGNED_IN]) expect(judge(state, leaseOf(state))).toBe('current');
    for (const state of [PENDING, UNKNOWN]) expect(judge(state, leaseOf(state))).toBe('unknown');
    expect(judge(ANONYMOUS, leaseOf(ANONYMOUS))).toBe('stale');
  });

  it('tells newer credentials from another session', () => {
    expect(judge({ ...SIGNED_IN, session: NEWER }, LEASE)).toBe('newer');
    expect(judge({ ...SIGNED_IN, session: OTHER }, LEASE)).toBe('stale');
    expect(judge({ ...SIGNED_IN, session: OTHER }, BLIND)).toBe('newer');
    expect(judge({ ...SIGNED_IN, attempt: 6 }, BLIND)).toBe('stale');
    expect(judge({ ...SIGNED_IN, left: 1 }, BLIND)).toBe('stale');
  });

  it('from before anybody was known is about no session that follows another', () => {
    const replaced = transition(SIGNED_IN, { type: 'found', session: OTHER }, COOKIE).state;
    expect(judge(replaced, BLIND)).toBe('stale');
    const denied = { type: 'denied', lease: BLIND, reason: 'refused' } as const;
    const left = transition(UNKNOWN, denied, COOKIE).state;
    const back = transition(left, { type: 'found', session: OTHER }, TOKEN).state;
    expect(back.status).toBe('authenticated');
    expect(judge(back, BLIND)).toBe('stale');
  });
});

describe('the note of a sign-out', () => {
  it('is about this tab if it names its session, or nobody knows yet which that is', () => {
    expect(isOldSignOut(SIGNED_IN, 'mine')).toBeFalse();
    expect(isOldSignOut(UNKNOWN, 'any')).toBeFalse();
  });

  it('is old news if that session is known to be over', () => {
    expect(isOldSignOut({ ...SIGNED_IN, ended: ['other'] }, 'other')).toBeTrue();
  });

  it('is about this tab as well if it names a session that shared the cookie', () => {
    expect(isOldSignOut(SIGNED_IN, 'other')).toBeFalse();
  });
});

describe('what is stored, seen from this tab,', () => {
  const rows: readonly [ReturnType<typeof compareStored>, Session | null, Session | null][] = [
    ['same', null, null],
    ['other', null, MINE],
    ['other', MINE, null],
    ['other', MINE, OTHER],
    ['newer', MINE, NEWER],
    ['same', MINE, MINE],
    ['same', NEWER, MINE],
  ];
  for (const [result, mine, stored] of rows) {
    const name = (session: Session | null) => session && `${session.id} ${session.version}`;
    it(`is ${result}: ${name(stored)} beside ${name(mine)}`, () => {
      expect(compareStored(mine, stored)).toBe(result);
    });
  }
});
