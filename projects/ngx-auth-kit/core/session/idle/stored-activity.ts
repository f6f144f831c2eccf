import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { NOTES_STORAGE } from '../../storage/notes-storage';
import { sessionKeys } from '../../storage/session-keys';

/** When the user was last active in any tab, kept beside the session and removed with it. */
@Injectable({ providedIn: 'root' })
export class StoredActivity {
  readonly #storage = inject(NOTES_STORAGE);
  readonly key = sessionKeys(inject(AUTH_CONFIG).tokenKey)[2];

  /** In milliseconds since 1970; null where unknown. */
  read(): number | null {
    const moment = Number(this.#storage.get(this.key) ?? NaN);
    return Number.isFinite(moment) ? moment : null;
  }

  write(moment: number): void {
    this.#storage.set(this.key, String(moment));
  }
}
