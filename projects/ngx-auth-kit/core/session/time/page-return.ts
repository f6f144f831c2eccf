import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { Subject } from 'rxjs';
import { BROWSER_WINDOW } from '../../config/browser-window';

const RETURNS = ['visibilitychange', 'pageshow', 'online', 'focus'] as const;

const LEAVES = ['pagehide', 'pageshow'] as const;

/** Tells when the page comes back: from sleep, the background, the back-forward cache, being offline. */
@Injectable({ providedIn: 'root' })
export class PageReturn {
  /** Emits outside the zone: to look at a clock must not keep an app unstable. */
  readonly events = new Subject<Event>();

  /** The page is being left: its calls are cancelled, which says nothing about the server. */
  isLeaving = false;

  constructor() {
    const window = inject(BROWSER_WINDOW);
    const leave = ({ type }: Event) => (this.isLeaving = type === 'pagehide');
    const tell = (event: Event) => this.events.next(event);
    inject(NgZone).runOutsideAngular(() =>
      RETURNS.forEach((type) => window?.addEventListener(type, tell, true)),
    );
    LEAVES.forEach((type) => window?.addEventListener(type, leave));
    inject(DestroyRef).onDestroy(() => {
      RETURNS.forEach((type) => window?.removeEventListener(type, tell, true));
      LEAVES.forEach((type) => window?.removeEventListener(type, leave));
    });
  }
}
