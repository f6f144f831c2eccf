import { inject, Injectable } from '@angular/core';
import { BROWSER_WINDOW } from '../config/browser-window';
import { SessionQuestion } from './session-question';
import { SessionStore } from './session-store';
import { SessionTabs } from './session-tabs';

/** What happens to the session when the app starts. */
@Injectable({ providedIn: 'root' })
export class SessionStart {
  readonly #store = inject(SessionStore);
  readonly #tabs = inject(SessionTabs);
  readonly #question = inject(SessionQuestion);
  readonly #window = inject(BROWSER_WINDOW);

  begin(): void {
    // A server has neither tabs nor the visitor's cookies: it answers as if nobody were known.
    if (!this.#window) return;
    this.#tabs.listen();
    if (this.#store.status() === 'pending') this.#question.ask();
  }
}
