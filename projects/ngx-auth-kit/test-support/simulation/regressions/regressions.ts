import { COOKIE_REGRESSIONS } from './cookie-regressions';
import { HYBRID_REGRESSIONS } from './hybrid-regressions';
import { Regression } from './regression';
import { TOKEN_REGRESSIONS } from './token-regressions';

/** Every counterexample that was ever found. */
export const REGRESSIONS: readonly Regression[] = [
  ...TOKEN_REGRESSIONS,
  ...COOKIE_REGRESSIONS,
  ...HYBRID_REGRESSIONS,
];
