import { inject, Injectable } from '@angular/core';
import { TIME } from '../config/time';
import { AccessToken } from './access-token';

/**
 * The client's clock, corrected by what the last sign-in or refresh answer showed. It only saves
 * round trips: whether a token is good is for the server to say.
 */
@Injectable({ providedIn: 'root' })
export class SessionClock {
  readonly #time = inject(TIME);
  /** Milliseconds to add to the client's clock. */
  #offset = 0;

  /** Milliseconds since 1970. */
  now(): number {
    return this.#time.now() + this.#offset;
  }

  /** Compares the `iat` (RFC 7519 §4.1.6) of a token that the server issued just now with the client's clock. */
  learnFrom({ claims }: AccessToken): void {
    const issuedAt = claims?.['iat'];
    if (typeof issuedAt === 'number' && Number.isFinite(issuedAt * 1000)) {
      this.#offset = issuedAt * 1000 - this.#time.now();
    }
  }

  /** Whether the moment (milliseconds since 1970) has come; never for an unknown one. */
  hasPassed(moment: number | null): boolean {
    return moment !== null && moment <= this.now();
  }
}
