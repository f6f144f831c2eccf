import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { isUnderPath } from '../config/allowed-url';
import { parseUrl } from '../config/parse-url';
import { AUTH_CONFIG } from '../config/resolved-config';

/** Where a URL leads from this page. */
export interface Destination {
  /** The URL as it was written. */
  readonly url: string;
  /** The page's base, against which it was resolved. */
  readonly baseURI: string;
  /** Whether the token may travel there. */
  readonly isAllowed: boolean;
}

/** Knows where the auth endpoints are and which URLs the token may go to. */
@Injectable({ providedIn: 'root' })
export class AuthUrls {
  readonly #config = inject(AUTH_CONFIG);
  readonly #document = inject(DOCUMENT);
  #endpoints: { baseURI: string; places: ReadonlySet<string> } | null = null;

  /** This page's own, which never changes. */
  readonly ownOrigin = this.#document.location.origin;

  /** A path of the backend as it is to be dispatched. */
  urlOf(path: string): string {
    const url = this.#config.baseUrl + path;
    // An injected <base> must not lead passwords to another origin.
    return url.startsWith('/') && this.resolve(url)?.origin !== this.ownOrigin
      ? this.ownOrigin + url
      : url;
  }

  /**
   * Judges a URL by exactly what would be dispatched. One that does not parse, or is not `http(s)`
   * (a `blob:` reports its inner origin), gets no token.
   * @param known An earlier judgement, which stands as long as URL and base are the same.
   */
  locate(url: string, known?: Destination): Destination {
    const { baseURI } = this.#document;
    if (known?.url === url && known.baseURI === baseURI) return known;
    const target = this.resolve(url, baseURI);
    if (!target || !/^https?:/.test(target.protocol)) return { url, baseURI, isAllowed: false };
    const { origin, pathname } = target;
    // Where the endpoints are changes with the page's base only, and every request asks.
    if (this.#endpoints?.baseURI !== baseURI) this.#endpoints = { baseURI, places: this.#places() };
    const isAllowed =
      this.#endpoints.places.has(origin + pathname) ||
      this.#config.allowedUrls.some(
        (allowed) =>
          origin === (allowed.origin ?? this.ownOrigin) && isUnderPath(pathname, allowed.path),
      );
    return { url, baseURI, isAllowed };
  }

  /** Where a URL leads from this page, as it would be dispatched; null where it does not parse. */
  resolve(url: string, baseURI = this.#document.baseURI): URL | null {
    return parseUrl(url, baseURI);
  }

  /** Origin and path of every auth endpoint. */
  #places(): ReadonlySet<string> {
    const urls = Object.values(this.#config.backend.endpoints).map(
      (endpoint) => endpoint && this.resolve(this.urlOf(endpoint.path)),
    );
    return new Set(urls.map((url) => (url ? url.origin + url.pathname : '')));
  }
}
