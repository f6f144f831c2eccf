import {
  clearSiteData,
  duplicateTab,
  fillStorage,
  goBack,
  leave,
  openTab,
  reload,
} from '../actions/tab-steps';
import { refresh, request, signIn, signOut, touch } from '../actions/user-steps';
import { backendGoes, deliver, fault, pass, revoke, setClock } from '../actions/world-steps';
import { IN_TWO_TABS, Regression, SIGNED_IN } from './regression';

/** Of access tokens in memory whose refresh token is in a cookie. */
export const HYBRID_REGRESSIONS: readonly Regression[] = [
  {
    name: "hybrid: the refresh cookie is another user's by now",
    config: { mode: 'hybrid', storage: 'memory' },
    steps: [...IN_TWO_TABS, signIn(1, 'bob'), pass(5), revoke('ada'), request(0), pass(5)],
  },
  {
    name: 'hybrid: a refresh at start while another tab signs in',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      latencies: [50, 9_000],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: IN_TWO_TABS,
  },
  {
    name: 'hybrid: a refused first check, and a sign-in of another tab',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      idleAfter: 60,
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [...IN_TWO_TABS, pass(100), signIn(1, 'ada'), reload(0)],
  },
  {
    name: 'hybrid: a page back from the cache, and a sign-out that it had not heard of',
    config: { mode: 'hybrid', storage: 'memory', accessLifetime: 20 },
    steps: [
      ...IN_TWO_TABS,
      leave(1),
      clearSiteData(),
      reload(0),
      signIn(0, 'ada'),
      pass(1),
      signOut(0),
    ],
  },
  {
    name: 'hybrid: a refused refresh of an earlier session, and a sign-out that the backend has not heard of',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      latencies: [50, 9_000],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [
      ...IN_TWO_TABS,
      pass(320),
      signIn(0, 'ada'),
      pass(5),
      deliver('tab 1: 200 to login'),
      refresh(1),
      signOut(0),
      openTab(),
    ],
  },
  {
    name: 'idle: a touch while a page asks about the session that another tab began',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      idleAfter: 120,
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
    },
    steps: [
      ...IN_TWO_TABS,
      request(0),
      deliver('tab 1: 200 to login'),
      refresh(0),
      deliver('tab 1: lock'),
      signIn(1, 'ada'),
      deliver('server: data of tab 1'),
      pass(40),
      touch(0),
    ],
  },
  {
    name: 'no locks: the site data is cleared while a tab waits for the lock',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      locks: false,
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [...IN_TWO_TABS, clearSiteData(), fillStorage(), leave(1), pass(1), pass(15)],
  },
  {
    name: 'hybrid: another tab signs out while this page is in the back-forward cache',
    config: { mode: 'hybrid', storage: 'memory', logoutRevokes: false },
    steps: [...IN_TWO_TABS, leave(1), signOut(0), pass(1), goBack(1), pass(5)],
  },
  {
    name: 'hybrid: a refresh at start fails while the user begins to sign in',
    config: { mode: 'hybrid', storage: 'memory', accessLifetime: 20, logoutRevokes: false },
    steps: [
      ...SIGNED_IN,
      revoke('ada'),
      pass(320),
      backendGoes('down'),
      reload(0),
      deliver("tab 1': lock"),
      signIn(0, 'ada'),
      pass(1),
    ],
  },
  {
    name: 'idle: touched while the page asks about a session that another tab has begun',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      idleAfter: 60,
      latencies: [50, 9_000],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [openTab(), pass(320), signIn(1, 'ada'), pass(15), touch(0), leave(1)],
  },
  {
    name: 'idle: the clock is set back, and another tab is touched while it asks',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      idleAfter: 60,
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [
      ...SIGNED_IN,
      pass(40),
      setClock(-3600),
      pass(15),
      openTab(),
      touch(1),
      fault('server-error'),
      pass(1),
    ],
  },
  {
    name: 'hybrid: a refused refresh, and the sign-in of another tab just before',
    config: {
      mode: 'hybrid',
      storage: 'memory',
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [pass(100), duplicateTab(0), pass(40), signIn(0, 'ada'), fault('server-error')],
  },
];
