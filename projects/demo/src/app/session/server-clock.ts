import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthService } from 'ngx-auth-kit';
import { filter } from 'rxjs';

const SECOND = 1_000;
/** What an answer's way and the seconds of a token may account for, in milliseconds. */
const TOLERANCE = 5 * SECOND;

/** The clock that tokens are made by; in the lab it can be put ahead. */
@Injectable({ providedIn: 'root' })
export class ServerClock {
  private readonly offset = signal(0);
  /** How far it is ahead of this device's, in milliseconds, by the newest token got in this tab. */
  readonly ahead = this.offset.asReadonly();

  constructor() {
    const auth = inject(AuthService);
    auth.events
      .pipe(
        filter(({ type, fromThisTab }) => fromThisTab && ['login', 'refreshed'].includes(type)),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        const issued = auth.claims()?.['iat'];
        const ahead = typeof issued === 'number' ? issued * SECOND - Date.now() : 0;
        this.offset.set(Math.abs(ahead) > TOLERANCE ? ahead : 0);
      });
  }
}
