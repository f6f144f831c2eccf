import { AccountState } from './account/account-state.ts';
import { RequestLog } from './control/request-log.ts';
import { CannedAnswers } from './faults/canned-answers.ts';
import { RateLimiter } from './faults/rate-limiter.ts';
import type { MockOptions } from './mock-options.ts';
import { RefreshTokens } from './tokens/refresh-tokens.ts';
import { Revocations } from './tokens/revocations.ts';
import { TokenSigner } from './tokens/token-signer.ts';
import type { UserStore } from './users/user-store.ts';

/** What one mounted backend knows and remembers. */
export class MockState {
  readonly options: MockOptions;
  readonly users: UserStore;
  readonly signer = new TokenSigner();
  readonly revocations = new Revocations();
  readonly refreshTokens = new RefreshTokens();
  readonly requestLog = new RequestLog();
  readonly rateLimiter = new RateLimiter();
  readonly cannedAnswers = new CannedAnswers();
  readonly account = new AccountState();
  readonly #initial: MockOptions;

  constructor(options: MockOptions, users: UserStore) {
    this.#initial = structuredClone(options);
    this.options = structuredClone(options);
    this.users = users;
  }

  /** Seconds since 1970 on the server's clock, as tokens count them. */
  now(): number {
    return Math.floor(Date.now() / 1_000 + this.options.clockOffset);
  }

  reset(): void {
    Object.assign(this.options, structuredClone(this.#initial));
    this.users.reset();
    this.revocations.clear();
    this.refreshTokens.clear();
    this.requestLog.clear();
    this.rateLimiter.clear();
    this.cannedAnswers.clear();
    this.account.clear();
  }
}
