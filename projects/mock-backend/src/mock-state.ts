import { AccountState } from './account/account-state.ts';
import type { AccountSnapshot } from './account/account-state.ts';
import { RequestLog } from './control/request-log.ts';
import { CannedAnswers } from './faults/canned-answers.ts';
import { RateLimiter } from './faults/rate-limiter.ts';
import type { MockOptions } from './mock-options.ts';
import { RefreshTokens } from './tokens/refresh-tokens.ts';
import type { RefreshTokensSnapshot } from './tokens/refresh-tokens.ts';
import { Revocations } from './tokens/revocations.ts';
import type { RevocationsSnapshot } from './tokens/revocations.ts';
import { TokenSigner } from './tokens/token-signer.ts';
import { MemoryUserStore } from './users/memory-user-store.ts';
import type { SavedUser } from './users/memory-user-store.ts';
import type { UserStore } from './users/user-store.ts';

export interface StateSnapshot {
  readonly options: MockOptions;
  readonly users: readonly SavedUser[];
  readonly key: string;
  readonly revocations: RevocationsSnapshot;
  readonly refreshTokens: RefreshTokensSnapshot;
  readonly account: AccountSnapshot;
}

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

  /** What must last for a token from before to be good afterwards; JSON can hold it. */
  snapshot(): StateSnapshot {
    return {
      options: this.options,
      users: this.users.all(),
      key: this.signer.exportKey(),
      revocations: this.revocations.snapshot(),
      refreshTokens: this.refreshTokens.snapshot(),
      account: this.account.snapshot(),
    };
  }

  /** Users in a database stay as they are: it keeps them itself. */
  restore({ options, users, key, revocations, refreshTokens, account }: StateSnapshot): void {
    Object.assign(this.options, options);
    if (this.users instanceof MemoryUserStore) this.users.restore(users);
    this.signer.importKey(key);
    this.revocations.restore(revocations);
    this.refreshTokens.restore(refreshTokens);
    this.account.restore(account);
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
