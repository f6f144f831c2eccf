import { Injectable, signal, Signal } from '@angular/core';

/** Knows if the question who is signed in got no answer, so that a session may still exist. */
@Injectable({ providedIn: 'root' })
export class SessionReachability {
  readonly #unreachable = signal(false);

  /** True while the status is pending and the last check got no answer. */
  readonly isUnreachable: Signal<boolean> = this.#unreachable.asReadonly();

  /** @internal */
  set(isUnreachable: boolean): void {
    this.#unreachable.set(isUnreachable);
  }
}
