import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthEvent, AuthService } from 'ngx-auth-kit';

const LENGTH = 8;

export interface LoggedEvent extends AuthEvent {
  readonly at: Date;
}

/** Remembers what happened to the session since the page was loaded, the newest first. */
@Injectable({ providedIn: 'root' })
export class SessionLog {
  private readonly logged = signal<readonly LoggedEvent[]>([]);
  private readonly counted = signal(0);
  readonly events = this.logged.asReadonly();
  /** How often the tokens were renewed, here or by another tab. */
  readonly renewals = this.counted.asReadonly();

  // #region log
  constructor() {
    inject(AuthService)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        const logged = { ...event, at: new Date() };
        this.logged.update((events) => [logged, ...events].slice(0, LENGTH));
        if (event.type === 'refreshed') this.counted.update((count) => count + 1);
      });
  }
  // #endregion
}
