interface Challenge {
  readonly userId: number;
  code: string;
  readonly expiresAt: number;
  attemptsLeft: number;
}

export type ChallengesSnapshot = readonly (readonly [id: string, challenge: Challenge])[];

export type ChallengeVerdict =
  { readonly passed: true; readonly userId: number } | { readonly passed: false; over: boolean };

const attempts = 5;

/** Logins that wait for a second factor: each for a while, a few attempts and one success. */
export class Challenges {
  readonly #open = new Map<string, Challenge>();

  /** The id that the client repeats, and the code that it must not know. */
  begin(userId: number, expiresAt: number): { id: string; code: string } {
    const id = crypto.randomUUID();
    const code = newCode();
    this.#open.set(id, { userId, code, expiresAt, attemptsLeft: attempts });
    return { id, code };
  }

  /** Another code for an open challenge, in place of the earlier one. */
  renew(id: unknown, now: number): { readonly userId: number; readonly code: string } | null {
    const challenge = typeof id === 'string' ? this.#open.get(id) : undefined;
    if (!challenge || now >= challenge.expiresAt) return null;
    challenge.code = newCode();
    return challenge;
  }

  answer(id: unknown, code: unknown, now: number): ChallengeVerdict {
    const challenge = typeof id === 'string' ? this.#open.get(id) : undefined;
    if (!challenge || now >= challenge.expiresAt) return { passed: false, over: true };
    challenge.attemptsLeft -= 1;
    const passed = code === challenge.code;
    if (passed || challenge.attemptsLeft === 0) this.#open.delete(String(id));
    return passed ? { passed, userId: challenge.userId } : { passed, over: false };
  }

  snapshot(): ChallengesSnapshot {
    // Copies, because attempts are counted down in place.
    return [...this.#open].map(([id, challenge]) => [id, { ...challenge }]);
  }

  restore(snapshot: ChallengesSnapshot): void {
    this.clear();
    for (const [id, challenge] of snapshot) this.#open.set(id, { ...challenge });
  }

  clear(): void {
    this.#open.clear();
  }
}

function newCode(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(random % 1_000_000).padStart(6, '0');
}
