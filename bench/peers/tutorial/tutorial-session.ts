import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Session } from '../../apps/app';
import { TutorialAuth } from './tutorial-auth';

/** The app's session in the set-ups with the tutorials' service. */
@Injectable()
export class TutorialSession extends Session {
  private readonly auth = inject(TutorialAuth);

  override readonly isAuthenticated = toSignal(this.auth.isLoggedIn$, { requireSync: true });

  override logIn(): void {
    this.auth.login('ada@example.com', 'secret').subscribe();
  }
}
