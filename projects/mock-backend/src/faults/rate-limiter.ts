const windowLength = 60;

/** A fixed window of one minute on the server's clock. */
export class RateLimiter {
  #limit: number | null = null;
  #windowStart = 0;
  #count = 0;

  /** Seconds to wait, or null if this call is within the limit. */
  secondsToWait(limit: number | null, now: number): number | null {
    const windowOver = now < this.#windowStart || now >= this.#windowStart + windowLength;
    // A new limit counts from here: what was called before it was set does not matter.
    if (limit !== this.#limit || windowOver) {
      this.#limit = limit;
      this.#windowStart = now;
      this.#count = 0;
    }
    this.#count += 1;
    if (limit === null || this.#count <= limit) return null;
    return this.#windowStart + windowLength - now;
  }

  clear(): void {
    this.#limit = null;
  }
}
