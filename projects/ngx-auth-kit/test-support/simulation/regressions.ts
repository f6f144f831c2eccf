import { StoryStep } from './actions/story-step';
import {
  clearSiteData,
  closeTab,
  duplicateTab,
  fillStorage,
  goBack,
  leave,
  openTab,
  reload,
} from './actions/tab-steps';
import {
  checkStatus,
  refresh,
  request,
  requestClosed,
  signIn,
  signOut,
  touch,
} from './actions/user-steps';
import { deliver, fault, pass, revoke, setClock, sleep } from './actions/world-steps';
import { SimulationConfig } from './simulation-config';

/** A story that once broke an invariant. It is told again at the beginning of every run. */
export interface Regression {
  readonly name: string;
  /** What differs from the plain configuration. */
  readonly config: Partial<SimulationConfig>;
  readonly steps: readonly StoryStep[];
}

/** Ada is signed in, in one tab or in two. */
const SIGNED_IN = [signIn(0, 'ada'), pass(5)];
const IN_TWO_TABS = [...SIGNED_IN, openTab(), pass(5)];

/** Every counterexample that was ever found. */
export const REGRESSIONS: readonly Regression[] = [
  {
    name: "cookie: another tab's refresh is answered after the sign-out",
    config: { mode: 'cookie', logoutRevokes: false },
    steps: [
      ...IN_TWO_TABS,
      refresh(1),
      deliver('tab 2: lock'),
      deliver('server: refresh of tab 2'),
      signOut(0),
      deliver('server: logout of tab 1'),
      deliver('tab 1: 200 to logout'),
      deliver('tab 2: 200 to refresh'),
      pass(5),
    ],
  },
  {
    name: 'cookie: a refresh answer sets its cookie after the sign-out, then a reload',
    config: { mode: 'cookie', logoutRevokes: false },
    steps: [
      ...SIGNED_IN,
      refresh(0),
      deliver('tab 1: lock'),
      deliver('server: refresh of tab 1'),
      signOut(0),
      deliver('server: logout of tab 1'),
      deliver('tab 1: 200 to logout'),
      deliver('tab 1: 200 to refresh'),
      reload(0),
      pass(5),
    ],
  },
  {
    name: 'cookie: a reload right after the sign-out, before the backend has heard of it',
    config: { mode: 'cookie', logoutRevokes: false },
    steps: [...SIGNED_IN, signOut(0), reload(0), pass(1)],
  },
  {
    name: 'cookie: the logout is refused for an expired access cookie, then a request',
    config: { mode: 'cookie', accessLifetime: 20, logoutNeedsAccess: true },
    steps: [...SIGNED_IN, pass(40), signOut(0), pass(1), request(0), pass(5)],
  },
  {
    name: 'token: the logout is refused for an expired access token',
    config: { accessLifetime: 20, logoutNeedsAccess: true },
    steps: [...SIGNED_IN, sleep(30), signOut(0), pass(5)],
  },
  {
    name: 'cookie: the first check meets a 5xx',
    config: { mode: 'cookie' },
    steps: [...SIGNED_IN, fault('server-error'), reload(0), pass(5)],
  },
  {
    name: 'idle: an expired access token is stored, and the last activity was long ago',
    config: { idleAfter: 60, accessLifetime: 20 },
    steps: [...SIGNED_IN, closeTab(0), pass(320), openTab(), pass(5)],
  },
  {
    name: "hybrid: the refresh cookie is another user's by now",
    config: { mode: 'hybrid', storage: 'memory' },
    steps: [...IN_TWO_TABS, signIn(1, 'bob'), pass(5), revoke('ada'), request(0), pass(5)],
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
    name: 'cookie: the user signs out while another sign-in is under way',
    config: { mode: 'cookie' },
    steps: [
      ...SIGNED_IN,
      signIn(0, 'bob'),
      deliver('server: login'),
      signOut(0),
      deliver('tab 1: 200 to login'),
      pass(5),
    ],
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
    name: 'cookie: a sign-in over a session while its refresh is under way',
    config: { mode: 'cookie', idleAfter: 120, accessLifetime: 20 },
    steps: [signIn(0, 'ada'), pass(1), signIn(0, 'ada'), refresh(0), pass(1)],
  },
  {
    name: 'cookie: a sign-in while the sign-out before it is still unconfirmed',
    config: { mode: 'cookie', idleAfter: 60, accessLifetime: 20 },
    steps: [...SIGNED_IN, signOut(0), fault('server-error'), pass(1), signIn(0, 'ada')],
  },
  {
    name: 'cookie: a page that asks who is signed in finds the sign-in of another tab',
    config: { mode: 'cookie', accessLifetime: 20, logoutRevokes: false },
    steps: [openTab(), signIn(0, 'ada'), deliver('server: status of tab 2')],
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
    name: 'cookie: a logout that is refused after another sign-in refreshes nothing',
    config: {
      mode: 'cookie',
      idleAfter: 120,
      locks: false,
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
      logoutRevokes: false,
      logoutNeedsAccess: true,
    },
    steps: [
      ...SIGNED_IN,
      pass(320),
      signIn(0, 'ada'),
      openTab(),
      openTab(),
      pass(40),
      deliver('server: refresh of tab 1'),
      deliver('server: logout of tab 3'),
      deliver('server: status of tab 3'),
      request(0),
      refresh(0),
      reload(1),
      pass(1),
    ],
  },
  {
    name: 'cookie: a page comes back from the cache after a sign-out, and its check times out',
    config: {
      mode: 'cookie',
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [
      ...IN_TWO_TABS,
      signOut(0),
      signIn(0, 'ada'),
      pass(40),
      leave(0),
      signOut(1),
      pass(1),
      goBack(0),
      fault('server-error'),
    ],
  },
  {
    name: 'cookie: the first check of a page is older than the sign-in of another tab',
    config: {
      mode: 'cookie',
      refresh: false,
      latencies: [300, 50, 1_200],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [
      ...SIGNED_IN,
      requestClosed(0),
      pass(1),
      requestClosed(0),
      duplicateTab(0),
      deliver('server: status of tab 2'),
      duplicateTab(0),
      signIn(1, 'bob'),
      pass(1),
      signIn(0, 'ada'),
    ],
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
    name: 'cookie: what another tab refreshed expires on the way of a first check',
    config: { mode: 'cookie', latencies: [50, 9_000], accessLifetime: 20, logoutRevokes: false },
    steps: [
      ...SIGNED_IN,
      pass(40),
      openTab(),
      pass(15),
      checkStatus(0),
      duplicateTab(0),
      pass(100),
      checkStatus(0),
    ],
  },
  {
    name: 'cookie: the refresh of a first check times out while another tab signs in',
    config: {
      mode: 'cookie',
      latencies: [50, 45_000, 50],
      accessLifetime: 20,
      logoutRevokes: false,
    },
    steps: [
      reload(0),
      refresh(0),
      pass(1),
      openTab(),
      reload(1),
      pass(1),
      signIn(0, 'ada'),
      openTab(),
    ],
  },
  {
    name: 'cookie, no status endpoint: another tab signs out while this page is in the cache',
    config: { mode: 'cookie', hasStatus: false, accessLifetime: 20, logoutRevokes: false },
    steps: [openTab(), signIn(0, 'ada'), pass(1), leave(1), signOut(0), pass(1)],
  },
];
