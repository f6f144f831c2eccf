export type MailedTokenPurpose = 'reset-password' | 'verify-email';

interface MailedToken {
  readonly purpose: MailedTokenPurpose;
  readonly userId: number;
  readonly expiresAt: number;
}

export type MailedTokensSnapshot = readonly (readonly [value: string, token: MailedToken])[];

/** Tokens in mails: each for one purpose, once, for a while; a newer one replaces it. */
export class MailedTokens {
  readonly #tokens = new Map<string, MailedToken>();

  issue(token: MailedToken): string {
    for (const [value, { purpose, userId }] of this.#tokens) {
      if (purpose === token.purpose && userId === token.userId) this.#tokens.delete(value);
    }
    const value = crypto.randomUUID().replaceAll('-', '');
    this.#tokens.set(value, token);
    return value;
  }

  /** Whose token it is, which is then spent; undefined if it is not good for that or not any more. */
  take(value: unknown, purpose: MailedTokenPurpose, now: number): number | undefined {
    const token = typeof value === 'string' ? this.#tokens.get(value) : undefined;
    if (token?.purpose !== purpose) return undefined;
    this.#tokens.delete(String(value));
    return now < token.expiresAt ? token.userId : undefined;
  }

  snapshot(): MailedTokensSnapshot {
    return [...this.#tokens];
  }

  restore(snapshot: MailedTokensSnapshot): void {
    this.clear();
    for (const [value, token] of snapshot) this.#tokens.set(value, token);
  }

  clear(): void {
    this.#tokens.clear();
  }
}
