import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { Router, UrlTree } from '@angular/router';

/** Finds the page of this app that a link in a mail leads to. */
@Injectable({ providedIn: 'root' })
export class MailRoutes {
  private readonly router = inject(Router);
  private readonly location = inject(DOCUMENT).location;

  /** Followed inside the app: a static host has no such path. Null where a link leads elsewhere. */
  of(link: string | null | undefined): UrlTree | null {
    if (!link || !URL.canParse(link, this.location.origin)) return null;
    const { origin, pathname, search } = new URL(link, this.location.origin);
    return origin === this.location.origin ? this.router.parseUrl(pathname + search) : null;
  }
}
