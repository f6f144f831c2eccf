import { afterNextRender, DestroyRef, inject, Injectable, Injector, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  Router,
} from '@angular/router';
import { MailLinkRemoval } from './mail-link-removal';

/** How a navigation ends. */
const OUTCOMES = [NavigationEnd, NavigationCancel, NavigationError, NavigationSkipped];

/**
 * Reads the link of a mail from the page's URL and has it removed there, so that it stays in no
 * history, bookmark, screenshot or link. Provided by each component that needs it.
 */
@Injectable()
export class MailLinkReader {
  readonly #removal = inject(MailLinkRemoval);
  readonly #injector = inject(Injector);
  readonly #last = signal(this.#removal.read());
  readonly #settled = signal(false);

  /** The last link that led to this page, also if it was followed on the page. */
  readonly link = this.#last.asReadonly();
  /** Whether the page stays: until the link is removed, the app may make the component again. */
  readonly isSettled = this.#settled.asReadonly();

  constructor() {
    const page = this.#removal.page();
    this.#removal.keepFor(inject(DestroyRef));
    this.#removal.hide();
    this.#afterRender(() => this.#remove());
    const events = inject(Router).events.pipe(takeUntilDestroyed());
    events.subscribe((event) => {
      const outcome = OUTCOMES.find((type) => event instanceof type);
      if (!outcome) return;
      // Apps may keep a component while they show another page, whose parameters are its own.
      if (this.#removal.page() !== page) return this.#settled.set(true);
      // A navigation that led nowhere has put back the URL that it came from.
      if (outcome === NavigationEnd) this.#follow();
      this.#removal.hide();
      this.#afterRender(() => this.#remove());
    });
  }

  /** Takes over the link of a navigation, if it had one. */
  #follow(): void {
    const link = this.#removal.read();
    if (link.token === undefined) return;
    this.#settled.set(false);
    this.#last.set(link);
  }

  #remove(): void {
    if (!this.#removal.remove()) this.#settled.set(true);
  }

  #afterRender(action: () => void): void {
    afterNextRender(action, { injector: this.#injector });
  }
}
