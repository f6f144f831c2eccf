import { inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { browserStorage } from '../../storage/configured-storage';
import { randomId } from '../state/random-id';
import { Session } from '../state/session-state';

/** More sessions of single tabs than one browser has. */
const REMEMBERED = 16;

/**
 * Knows which versions of a tab-only session have been sent to be refreshed. A tab that is duplicated
 * takes a copy of its `sessionStorage` along, and a refresh token must not be used twice.
 */
@Injectable({ providedIn: 'root' })
export class SpentCredentials {
  readonly #storage = browserStorage(inject(BROWSER_WINDOW), 'localStorage');
  readonly #key = `${inject(AUTH_CONFIG).tokenKey}.spent`;
  readonly #page = randomId();

  /** Notes that this page sends the credentials. False: another page has sent them before. */
  spend({ id, version }: Session): boolean {
    const others = this.#read().filter(([other]) => other !== id);
    const [, spent = 0, page = ''] = this.#read().find(([other]) => other === id) ?? [];
    const isSpent = spent >= version && page !== this.#page;
    // The last one that sends them is whom the others ask.
    if (spent <= version) {
      const entries = [...others, [id, version, this.#page]].slice(-REMEMBERED);
      this.#storage.set(this.#key, JSON.stringify(entries));
    }
    return !isSpent;
  }

  #read(): readonly (readonly [id: string, version: number, page: string])[] {
    try {
      const entries: unknown = JSON.parse(this.#storage.get(this.#key) ?? '[]');
      return Array.isArray(entries) ? (entries as [string, number, string][]) : [];
    } catch {
      // Garbage left by somebody else.
      return [];
    }
  }
}
