import { Location } from '@angular/common';
import { afterNextRender, inject, Injectable, Injector, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  NavigationCancel,
  NavigationEnd,
  NavigationError,
  NavigationSkipped,
  Router,
  UrlTree,
} from '@angular/router';

/** What the link in a mail said, by the names that `AuthService` takes. */
export interface MailLink {
  readonly token?: string;
  readonly uid?: string;
  readonly email?: string;
}

const PARAMETERS = ['token', 'uid', 'email'] as const;
/** How a navigation ends. */
const OUTCOMES = [NavigationEnd, NavigationCancel, NavigationError, NavigationSkipped];

/**
 * Reads the link of a mail off the page's URL and takes it out of the address bar, so that it stays in
 * no history, bookmark or screenshot. Provided by each component that needs it.
 */
@Injectable()
export class MailLinkReader {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly last = signal(this.read());

  /** The last link that led to this page, also where it was followed on it. */
  readonly link = this.last.asReadonly();

  constructor() {
    const injector = inject(Injector);
    const page = this.page();
    this.hide();
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      // Apps may keep a component while they show another page, whose parameters are its own.
      if (!OUTCOMES.some((outcome) => event instanceof outcome) || this.page() !== page) return;
      const link = this.read();
      if (link.token === undefined) return;
      // A navigation that led nowhere has put back the URL that it came from.
      if (event instanceof NavigationEnd) this.last.set(link);
      // Where the app makes another component for it, that one has yet to read it.
      afterNextRender(() => this.hide(), { injector });
    });
  }

  private page(): string {
    return this.location.path().replace(/\?.*$/s, '');
  }

  private read(): MailLink {
    const { queryParams } = this.shownTree();
    const link: Partial<Record<keyof MailLink, string>> = {};
    for (const name of PARAMETERS) {
      const value: unknown = queryParams[name];
      if (typeof value === 'string' && value !== '') link[name] = value;
    }
    return link;
  }

  private hide(): void {
    if (this.read().token === undefined) return;
    const tree = this.shownTree();
    const others = Object.entries(tree.queryParams).filter(([name]) => !isParameter(name));
    tree.queryParams = Object.fromEntries(others);
    this.location.replaceState(this.router.serializeUrl(tree));
  }

  private shownTree(): UrlTree {
    return this.router.parseUrl(this.location.path(true));
  }
}

/** Whether two links say the same, so that nothing has to start anew. */
export function isSameLink(one: MailLink | null, other: MailLink | null): boolean {
  return PARAMETERS.every((name) => one?.[name] === other?.[name]);
}

function isParameter(name: string): boolean {
  return (PARAMETERS as readonly string[]).includes(name);
}
