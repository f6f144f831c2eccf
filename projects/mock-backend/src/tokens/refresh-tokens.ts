export interface RefreshToken {
  readonly userId: number;
  /** All tokens that descend from one sign-in. */
  readonly family: string;
  readonly expiresAt: number;
}

export interface RefreshTokensSnapshot {
  readonly tokens: readonly (readonly [value: string, token: RefreshToken])[];
  readonly spent: readonly string[];
}

/** Opaque refresh tokens, as they lie in a server's database. */
export class RefreshTokens {
  readonly #tokens = new Map<string, RefreshToken>();
  readonly #spent = new Set<string>();

  issue(token: RefreshToken): string {
    const value = `${crypto.randomUUID()}${crypto.randomUUID()}`.replaceAll('-', '');
    this.#tokens.set(value, token);
    return value;
  }

  find(value: string): RefreshToken | undefined {
    return this.#tokens.get(value);
  }

  /** Marks a token as replaced; it counts as stolen if it is seen again. */
  spend(value: string): void {
    this.#spent.add(value);
  }

  isSpent(value: string): boolean {
    return this.#spent.has(value);
  }

  snapshot(): RefreshTokensSnapshot {
    return { tokens: [...this.#tokens], spent: [...this.#spent] };
  }

  restore({ tokens, spent }: RefreshTokensSnapshot): void {
    this.clear();
    for (const [value, token] of tokens) this.#tokens.set(value, token);
    for (const value of spent) this.spend(value);
  }

  clear(): void {
    this.#tokens.clear();
    this.#spent.clear();
  }
}
