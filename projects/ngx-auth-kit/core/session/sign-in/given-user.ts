import { inject, Injectable } from '@angular/core';
import { withoutTokens } from '../../backends/without-tokens';
import { SessionStore } from '../state/session-store';

/** Takes the user as the app knows it. */
@Injectable({ providedIn: 'root' })
export class GivenUser {
  readonly #store = inject(SessionStore);

  set(given: object): void {
    // Another tab may have stored newer credentials, which must not be replaced by this tab's.
    this.#store.follow();
    const { access, refresh } = this.#store.tokens() ?? {};
    const user = withoutTokens(given, access?.value, refresh);
    if (!this.#store.dispatch({ type: 'updated', user })) return;
    const { id, version } = this.#store.session()!;
    this.#store.messages.next({ type: 'named', id, version, user });
  }
}
