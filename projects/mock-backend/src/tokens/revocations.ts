export interface RevocationsSnapshot {
  readonly owners: readonly (readonly [name: string, userId: number])[];
  readonly revoked: readonly string[];
}

/** Which tokens are no longer good, by whatever names them: the token itself, its jti or its family. */
export class Revocations {
  readonly #owners = new Map<string, number>();
  readonly #revoked = new Set<string>();

  issue(name: string, userId: number): void {
    this.#owners.set(name, userId);
  }

  revoke(name: string): void {
    this.#revoked.add(name);
  }

  /** Everything issued so far, to one user or to everyone. */
  revokeAll(userId?: number): void {
    for (const [name, owner] of this.#owners) {
      if (userId === undefined || owner === userId) this.#revoked.add(name);
    }
  }

  has(name: string): boolean {
    return this.#revoked.has(name);
  }

  snapshot(): RevocationsSnapshot {
    return { owners: [...this.#owners], revoked: [...this.#revoked] };
  }

  restore({ owners, revoked }: RevocationsSnapshot): void {
    this.clear();
    for (const [name, userId] of owners) this.issue(name, userId);
    for (const name of revoked) this.revoke(name);
  }

  clear(): void {
    this.#owners.clear();
    this.#revoked.clear();
  }
}
