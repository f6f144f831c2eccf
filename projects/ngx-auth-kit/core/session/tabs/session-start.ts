import { inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../../config/browser-window';
import { SessionQuestion } from '../check/session-question';
import { SignOut } from '../sign-in/sign-out';
import { SessionStore } from '../state/session-store';
import { SessionTabs } from './session-tabs';

/** What happens to the session when the app starts. */
@Injectable({ providedIn: 'root' })
export class SessionStart {
  readonly #store = inject(SessionStore);
  readonly #tabs = inject(SessionTabs);
  readonly #question = inject(SessionQuestion);
  readonly #signOut = inject(SignOut);
  readonly #window = inject(BROWSER_WINDOW);

  begin(): void {
    // A server has neither tabs nor the visitor's cookies: it answers as if nobody were known.
    if (!this.#window) return;
    this.#tabs.listen();
    this.#signOut.settle();
    if (this.#store.status() === 'pending') this.#question.ask();
  }
}
