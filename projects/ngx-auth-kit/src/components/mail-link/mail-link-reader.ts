import { Location } from '@angular/common';
import { inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';

/** What the link in a mail said, by the names that `AuthService` takes. */
export interface MailLink {
  readonly token?: string;
  readonly uid?: string;
  readonly email?: string;
}

const PARAMETERS = ['token', 'uid', 'email'] as const;

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
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (!(event instanceof NavigationEnd)) return;
      const link = this.read();
      if (link.token !== undefined) this.last.set(link);
    });
  }

  private read(): MailLink {
    const tree = this.router.parseUrl(this.location.path(true));
    const link: Partial<Record<keyof MailLink, string>> = {};
    for (const name of PARAMETERS) {
      const value: unknown = tree.queryParams[name];
      if (typeof value === 'string' && value !== '') link[name] = value;
    }
    if (link.token !== undefined) {
      const others = Object.entries(tree.queryParams).filter(([name]) => !isParameter(name));
      tree.queryParams = Object.fromEntries(others);
      this.location.replaceState(this.router.serializeUrl(tree));
    }
    return link;
  }
}

/** Whether two links say the same, so that nothing has to start anew. */
export function isSameLink(one: MailLink | null, other: MailLink | null): boolean {
  return PARAMETERS.every((name) => one?.[name] === other?.[name]);
}

function isParameter(name: string): boolean {
  return (PARAMETERS as readonly string[]).includes(name);
}
