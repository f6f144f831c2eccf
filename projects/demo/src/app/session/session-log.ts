import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthEvent, AuthService } from 'ngx-auth-kit';

const LENGTH = 6;

export interface LoggedEvent extends AuthEvent {
  readonly at: Date;
}

/** Remembers what happened to the session since the page was loaded, the newest first. */
@Injectable({ providedIn: 'root' })
export class SessionLog {
  private readonly logged = signal<readonly LoggedEvent[]>([]);
  readonly events = this.logged.asReadonly();

  constructor() {
    inject(AuthService)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) =>
        this.logged.update((events) => [{ ...event, at: new Date() }, ...events].slice(0, LENGTH)),
      );
  }
}
