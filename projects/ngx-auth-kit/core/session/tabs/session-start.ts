import { inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { SessionQuestion } from '../check/session-question';
import { SignOut } from '../sign-in/sign-out';
import { SessionStore } from '../state/session-store';
import { SessionTabs } from './session-tabs';

/** Starts the session with the app. */
@Injectable({ providedIn: 'root' })
export class SessionStart {
  readonly #store = inject(SessionStore);
  readonly #tabs = inject(SessionTabs);
  readonly #question = inject(SessionQuestion);
  readonly #signOut = inject(SignOut);
  readonly #window = inject(BROWSER_WINDOW);

  begin(): void {
    // A server has no tabs and no cookies of the visitor, so the status stays unknown.
    if (!this.#window) return;
    this.#tabs.listen();
    this.#signOut.settle();
    if (this.#store.status() === 'pending') this.#question.ask();
  }
}
