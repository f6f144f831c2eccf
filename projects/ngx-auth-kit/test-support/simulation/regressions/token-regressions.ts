import { closeTab, duplicateTab, goBack, leave, openTab, reload } from '../actions/tab-steps';
import {
  checkStatus,
  refresh,
  request,
  requestClosed,
  signIn,
  signOut,
  touch,
} from '../actions/user-steps';
import { deliver, fault, pass, setClock, sleep } from '../actions/world-steps';
import { IN_TWO_TABS, SIGNED_IN, Regression } from './regression';

/** Of tokens in storage. */
export const TOKEN_REGRESSIONS: readonly Regression[] = [
  {
    name: 'token: the logout is refused for an expired access token',
    config: { accessLifetime: 20, logoutNeedsAccess: true },
    steps: [...SIGNED_IN, sleep(30), signOut(0), pass(5)],
  },
  {
    name: 'idle: an expired access token is stored, and the last activity was long ago',
    config: { idleAfter: 60, accessLifetime: 20 },
    steps: [...SIGNED_IN, closeTab(0), pass(320), openTab(), pass(5)],
  },
  {
    name: 'session storage: a tab is duplicated, and both refresh',
    config: { storage: 'session' },
    steps: [...SIGNED_IN, duplicateTab(0), pass(5), refresh(0), refresh(1), pass(5)],
  },
  {
    name: 'session storage: a copy refreshes before it hears that the tab has done so',
    config: { storage: 'session', channel: ['late', 'deliver', 'deliver'] },
    steps: [...SIGNED_IN, duplicateTab(0), refresh(0), pass(1), refresh(1), pass(5)],
  },
  {
    name: 'no locks: two tabs refresh with one rotating token',
    config: { locks: false },
    steps: [...IN_TWO_TABS, refresh(0), refresh(1), pass(5)],
  },
  {
    name: 'a clock that is a day ahead: a second tab does not know the offset',
    config: { refresh: false, clientSkew: 86_400_000 },
    steps: [...IN_TWO_TABS],
  },
  {
    name: 'another tab signs out while this page is in the back-forward cache',
    config: { refresh: false },
    steps: [...IN_TWO_TABS, leave(0), signOut(1), pass(5), goBack(0), pass(5)],
  },
  {
    name: 'a resource is refused to everybody',
    config: {},
    steps: [...SIGNED_IN, requestClosed(0), pass(5)],
  },
  {
    name: 'a session that is refreshed at start was restored first',
    config: { accessLifetime: 20 },
    steps: [...SIGNED_IN, closeTab(0), pass(40), openTab(), pass(5)],
  },
  {
    name: 'session storage: the user is active in the tab and not in its copy',
    config: { storage: 'session', idleAfter: 60 },
    steps: [...SIGNED_IN, duplicateTab(0), touch(0), pass(58)],
  },
  {
    name: 'idle: a page in the cache missed a sign-in and a clock that was set back',
    config: { idleAfter: 60 },
    steps: [
      ...SIGNED_IN,
      openTab(),
      leave(0),
      setClock(-3600),
      signIn(1, 'ada'),
      pass(1),
      goBack(0),
    ],
  },
  {
    name: 'session storage: the refresh of a tab fails, that of its copy does not, and the news is lost',
    config: {
      storage: 'session',
      channel: ['drop', 'deliver', 'repeat'],
      latencies: [50, 9_000],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [...SIGNED_IN, pass(5), duplicateTab(0), fault('server-error'), pass(100)],
  },
  {
    name: 'idle: another tab is touched after the clock was set back, and the device sleeps at once',
    config: { idleAfter: 120, accessLifetime: 20, logoutRevokes: false },
    steps: [
      signIn(0, 'ada'),
      duplicateTab(0),
      pass(40),
      setClock(-3600),
      pass(1),
      touch(0),
      sleep(90),
    ],
  },
  {
    name: 'a check that is sent again expires on the way to a slow backend',
    config: { latencies: [50, 9_000], accessLifetime: 20, logoutRevokes: false },
    steps: [
      ...SIGNED_IN,
      deliver('tab 1: 200 to login'),
      refresh(0),
      pass(100),
      request(0),
      checkStatus(0),
      pass(40),
    ],
  },
  {
    name: 'a check is refused soon after a resource that refuses everybody',
    config: { latencies: [50, 9_000], accessLifetime: 20, logoutRevokes: false },
    steps: [
      ...IN_TWO_TABS,
      requestClosed(0),
      pass(15),
      pass(15),
      checkStatus(0),
      refresh(0),
      pass(1),
    ],
  },
  {
    name: 'session storage: back from the cache after a copy of the tab signed out',
    config: { storage: 'session', logoutRevokes: false },
    steps: [
      ...SIGNED_IN,
      duplicateTab(0),
      pass(1),
      leave(1),
      signOut(0),
      pass(5),
      goBack(1),
      pass(5),
    ],
  },
  {
    name: 'idle: a copy of a tab loads while the tab is touched',
    config: { storage: 'session', idleAfter: 120, accessLifetime: 20, logoutRevokes: false },
    steps: [...IN_TWO_TABS, duplicateTab(0), touch(0), reload(2), request(0)],
  },
];
