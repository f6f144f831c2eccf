import { inject, Injectable } from '@angular/core';
import {
  NavigationCancel,
  NavigationCancellationCode,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  Router,
  UrlTree,
} from '@angular/router';
import { configError } from '../errors/config-error';
import { DevMessages, injectDevMessages } from '../errors/dev-messages';
import { GuardedUrl } from './guarded-url';

/** Enough for a return URL that refuses the user, and for the home page after it. */
const MAX_REDIRECTS = 2;

/** A chain ends with any of these, except for a cancellation by a redirect. */
const ENDS = [NavigationEnd, NavigationCancel, NavigationError, NavigationSkipped];

/** An option that says where a guard leads. */
export type RedirectOption = readonly [name: string, value: string];

/**
 * Counts the redirects of the guards in one chain of navigations. Routes that lead in a circle end in
 * an error that names the option to change. Without a limit, the tab would freeze.
 */
@Injectable({ providedIn: 'root' })
export class RedirectChain {
  readonly #router = inject(Router);
  readonly #messages = injectDevMessages();
  /** The redirects so far. */
  #redirects = 0;
  /** The same after the current navigation. Several guards of one page count once. */
  #next = 0;
  /** The option that the chain followed last. */
  #option: RedirectOption | null = null;

  constructor() {
    // The router ends before this service does.
    this.#router.events.subscribe((event) => {
      if (event instanceof NavigationCancel && event.code === NavigationCancellationCode.Redirect) {
        this.#redirects = this.#next;
      } else if (ENDS.some((end) => event instanceof end)) {
        if (typeof ngDevMode === 'undefined' || ngDevMode) {
          const { firstChild } = this.#router.routerState.snapshot.root;
          const isUnmatched =
            event instanceof NavigationEnd ? firstChild === null : hasNoMatch(event);
          if (this.#option && isUnmatched) explainUnmatched(this.#messages, this.#option);
        }
        this.#redirects = this.#next = 0;
        this.#option = null;
      }
    });
  }

  /** Whether a guard has led to the current navigation. */
  get isUnderWay(): boolean {
    return this.#redirects > 0;
  }

  /**
   * Returns the answer of a guard that leads to the target.
   * @param leadsToItself Whether the target is the page that the guard refuses.
   */
  lead(
    target: UrlTree,
    option: RedirectOption,
    url: GuardedUrl,
    leadsToItself: boolean,
  ): UrlTree | false {
    const [name, value] = (!leadsToItself && this.#option) || option;
    this.#option = option;
    // `canMatch` asks about one route of several: another one may show the page to this user.
    if (leadsToItself && Array.isArray(url)) return false;
    // An app may answer the error below with another redirect. That one ends here.
    if (this.#redirects > MAX_REDIRECTS) return false;
    if (leadsToItself || this.#redirects === MAX_REDIRECTS) {
      this.#redirects = this.#next = MAX_REDIRECTS + 1;
      throw configError(name, value, explainCircle());
    }
    this.#next = this.#redirects + 1;
    return target;
  }
}

function explainCircle(): string {
  return typeof ngDevMode === 'undefined' || ngDevMode
    ? 'Guards lead from there in a circle. Use an existing page that these users may see.'
    : 'Guards lead in a circle.';
}

/** Whether the router has found no route. The code of that error is NG04002. */
function hasNoMatch(event: object): boolean {
  return (
    event instanceof NavigationError &&
    (event.error as { readonly code?: unknown } | null)?.code === 4002
  );
}

/** The router names the URL at most; this names the option. */
function explainUnmatched(messages: DevMessages, [name, value]: RedirectOption): void {
  messages.warnOnce(
    `unmatched ${name}`,
    `no route matches option "${name}" ("${value}") for this user. Add a route, or change the option.`,
  );
}
