import { inject, Injectable } from '@angular/core';

/**
 * Explains surprises to developers, each once for an app. Called behind Angular's `ngDevMode`,
 * written out at the call, with texts that stand in functions and not in methods: so production
 * builds drop both.
 */
@Injectable({ providedIn: 'root' })
export class DevMessages {
  readonly #said = new Set<string>();

  /** A mistake to mend. */
  warnOnce(cause: string, message: string): void {
    this.#once(cause, () => console.warn(`ngx-auth-kit: ${message}`));
  }

  /** Something right that may surprise. */
  explainOnce(cause: string, message: string): void {
    this.#once(cause, () => console.info(`ngx-auth-kit: ${message}`));
  }

  #once(cause: string, say: () => void): void {
    if (this.#said.has(cause)) return;
    this.#said.add(cause);
    say();
  }
}

/** For use behind `ngDevMode` only: in production there is nothing to say, and nobody to say it. */
export function injectDevMessages(): DevMessages {
  return typeof ngDevMode === 'undefined' || ngDevMode ? inject(DevMessages) : null!;
}
