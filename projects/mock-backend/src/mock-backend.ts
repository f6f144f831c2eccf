import { Hono } from 'hono';
import { mount } from 'hono/mount';

import { control } from './control.ts';
import { dialectApp } from './dialects/dialect-app.ts';
import { dialects } from './dialects/dialects.ts';
import { defaultOptions, dialectNames } from './mock-options.ts';
import type { DialectName, MockOptions } from './mock-options.ts';
import { MockState } from './mock-state.ts';
import type { StateSnapshot } from './mock-state.ts';
import { optionPatch } from './option-patch.ts';
import { MemoryUserStore } from './users/memory-user-store.ts';
import { secondFactorUser, seededUsers } from './users/seeded-users.ts';
import type { UserStore } from './users/user-store.ts';

type Fetch = (request: Request) => Promise<Response>;

export interface MockBackend {
  /** Answers a request; rejects while `options.outage` is 'network'. */
  fetch(request: Request): Promise<Response>;
  /** The options of the backend at `/`; what is assigned here counts at once. */
  readonly options: MockOptions;
  /** Everything, the backends under `/<dialect>/` included, as it was at the start. */
  reset(): void;
  /** All backends as JSON text, for a page that wants them back after a reload. Holds secrets. */
  snapshot(): string;
  /** What `snapshot` gave. */
  restore(snapshot: string): void;
}

export interface MockBackendOptions extends Partial<MockOptions> {
  /** Where the users of the backend at `/` live; in memory by default. */
  readonly users?: UserStore;
}

/** A backend at `/`, and one of each dialect under `/<dialect>/` with users and options of its own. */
export function createMockBackend({ users, ...given }: MockBackendOptions = {}): MockBackend {
  const chosen = Object.entries(given).filter(([, value]) => value !== undefined);
  const options = { ...defaultOptions(), ...optionPatch(Object.fromEntries(chosen)) };
  const root = new MockState(options, users ?? usersOf(options.dialect));
  const states = [root];

  const app = new Hono();
  for (const dialect of dialectNames) {
    const state = new MockState({ ...options, dialect }, usersOf(dialect));
    states.push(state);
    app.all(`/${dialect}/*`, mount(handlerOf(state, { fixedDialect: true })));
  }
  const atRoot = handlerOf(root, { fixedDialect: false });
  app.all('*', (c) => atRoot(c.req.raw));
  app.onError(rethrow);

  return {
    fetch: async (request) => app.fetch(request),
    options: root.options,
    reset: () => {
      for (const state of states) state.reset();
    },
    snapshot: () => JSON.stringify(states.map((state) => state.snapshot())),
    restore: (snapshot) => {
      const saved = JSON.parse(snapshot) as readonly StateSnapshot[];
      saved.forEach((one, index) => states[index]?.restore(one));
    },
  };
}

/** Only where the second factor is known is there somebody who has one. */
function usersOf(dialect: DialectName): UserStore {
  const knows = dialects[dialect].endpoints.some(({ name }) => name === 'secondFactor');
  return new MemoryUserStore(knows ? [...seededUsers, secondFactorUser] : seededUsers);
}

/** The control API first, then whichever dialect the options name at that moment. */
function handlerOf(state: MockState, { fixedDialect }: { fixedDialect: boolean }): Fetch {
  const apps: Partial<Record<DialectName, Hono>> = {};
  const app = new Hono();
  app.route('/', control(state, { fixedDialect }));
  app.all('*', (c) => {
    const { dialect } = state.options;
    const dialectServer = (apps[dialect] ??= dialectApp(dialects[dialect], state));
    return dialectServer.fetch(c.req.raw);
  });
  app.onError(rethrow);
  return async (request) => app.fetch(request);
}

// A dropped connection must reach whoever called `fetch`.
function rethrow(error: Error): never {
  throw error;
}
