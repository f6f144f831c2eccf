import { Mutant } from './simulation-options';

/** At least one for each rule that the simulation covers. */
export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a request is repeated without end',
    rule: 2,
    file: 'session/refresh/token-refresh.ts',
    replace: [
      ['if (isRepeated) this', 'if (isRepeated && version < 0) this'],
      ['if (isRepeated || !isRepeatable', 'if ((isRepeated && version < 0) || !isRepeatable'],
    ],
    caughtBy: 'I5',
    fixed: { mode: 'token', refresh: true },
  },
  {
    name: 'a failed refresh is tried again at once',
    rule: 5,
    file: 'session/refresh/token-refresh.ts',
    replace: [['return passed >= 0 && passed < BACK_OFF;', 'return passed >= 0 && passed < 0;']],
    caughtBy: 'I9 a refresh too soon after a failure',
    fixed: { refresh: true },
  },
  {
    name: 'the lock is not asked for',
    rule: 5,
    file: 'session/refresh/refresh-lock.ts',
    replace: [['if (!locks) return', 'if (!locks || true) return']],
    caughtBy: 'I9 two refreshes at a time in two pages',
    fixed: { mode: 'token', storage: 'local', refresh: true, locks: true },
  },
  {
    name: 'the refresh token stays in storage',
    rule: 7,
    file: 'session/stored-session.ts',
    replace: [['this.#keys.forEach((key)', 'this.#keys.slice(0, 1).forEach((key)']],
    caughtBy: 'I6 a token of an ended session is stored',
    fixed: { mode: 'token', storage: 'local', refresh: true },
  },
];
