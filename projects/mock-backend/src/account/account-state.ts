import { Challenges } from './challenges.ts';
import { MailedTokens } from './mailed-tokens.ts';
import { Outbox } from './outbox.ts';

/** What a backend remembers of resets, verifications and second factors. */
export class AccountState {
  readonly outbox = new Outbox();
  readonly mailedTokens = new MailedTokens();
  readonly challenges = new Challenges();
  /** The ids of the users whose address is verified. */
  readonly verified = new Set<number>();

  clear(): void {
    this.outbox.clear();
    this.mailedTokens.clear();
    this.challenges.clear();
    this.verified.clear();
  }
}
