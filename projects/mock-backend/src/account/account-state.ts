import { Challenges } from './challenges.ts';
import type { ChallengesSnapshot } from './challenges.ts';
import { MailedTokens } from './mailed-tokens.ts';
import type { MailedTokensSnapshot } from './mailed-tokens.ts';
import { Outbox } from './outbox.ts';
import type { Mail } from './outbox.ts';

export interface AccountSnapshot {
  readonly mails: readonly Mail[];
  readonly mailedTokens: MailedTokensSnapshot;
  readonly challenges: ChallengesSnapshot;
  readonly verified: readonly number[];
}

/** What a backend remembers of resets, verifications and second factors. */
export class AccountState {
  readonly outbox = new Outbox();
  readonly mailedTokens = new MailedTokens();
  readonly challenges = new Challenges();
  /** The ids of the users whose address is verified. */
  readonly verified = new Set<number>();

  snapshot(): AccountSnapshot {
    return {
      mails: this.outbox.all(),
      mailedTokens: this.mailedTokens.snapshot(),
      challenges: this.challenges.snapshot(),
      verified: [...this.verified],
    };
  }

  restore({ mails, mailedTokens, challenges, verified }: AccountSnapshot): void {
    this.clear();
    this.outbox.restore(mails);
    this.mailedTokens.restore(mailedTokens);
    this.challenges.restore(challenges);
    for (const userId of verified) this.verified.add(userId);
  }

  clear(): void {
    this.outbox.clear();
    this.mailedTokens.clear();
    this.challenges.clear();
    this.verified.clear();
  }
}
