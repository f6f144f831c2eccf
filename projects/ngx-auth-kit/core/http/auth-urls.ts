import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { isUnderPath } from '../config/allowed-url';
import { parseUrl } from '../config/parse-url';
import { AUTH_CONFIG } from '../config/resolved-config';

interface LocatedEndpoint {
  readonly name: AuthEndpointName;
  readonly origin: string;
  readonly pathname: string;
}

/** Knows where the auth endpoints are and which URLs the token may go to. */
@Injectable({ providedIn: 'root' })
export class AuthUrls {
  readonly #config = inject(AUTH_CONFIG);
  readonly #document = inject(DOCUMENT);
  #located: { baseURI: string; endpoints: LocatedEndpoint[] } | null = null;

  /** This page's own. */
  get ownOrigin(): string {
    return this.#document.location.origin;
  }

  /** A path of the backend as it is to be dispatched. */
  urlOf(path: string): string {
    const url = this.#config.baseUrl + path;
    // An injected <base> must not lead passwords to another origin.
    return url.startsWith('/') && this.resolve(url)?.origin !== this.ownOrigin
      ? this.ownOrigin + url
      : url;
  }

  /** The endpoint that a request of the app itself would hit. */
  endpointAt(method: string, url: string): AuthEndpointName | undefined {
    return this.#endpointsAt(this.resolve(url)).find(
      (name) => endpointMethod(name, this.#config.backend) === method,
    );
  }

  /**
   * Whether the token may travel to this URL, judged on exactly what would be dispatched. A URL
   * that does not parse, or is not `http(s)` (a `blob:` reports its inner origin), gets no token.
   */
  allows(url: string): boolean {
    const target = this.resolve(url);
    if (!target || !/^https?:/.test(target.protocol)) return false;
    const { origin, pathname } = target;
    const { ownOrigin } = this;
    return (
      this.#config.allowedUrls.some(
        (allowed) =>
          origin === (allowed.origin ?? ownOrigin) && isUnderPath(pathname, allowed.path),
      ) || this.#endpointsAt(target).length > 0
    );
  }

  /** Where a URL leads from this page, as it would be dispatched; null where it does not parse. */
  resolve(url: string): URL | null {
    return parseUrl(url, this.#document.baseURI);
  }

  #endpointsAt(target: URL | null): AuthEndpointName[] {
    if (!target) return [];
    const { baseURI } = this.#document;
    // Where they are changes with the page's base only, and every request asks.
    if (this.#located?.baseURI !== baseURI) this.#located = { baseURI, endpoints: this.#locate() };
    const { origin, pathname } = target;
    return this.#located.endpoints
      .filter((endpoint) => endpoint.origin === origin && endpoint.pathname === pathname)
      .map(({ name }) => name);
  }

  #locate(): LocatedEndpoint[] {
    return Object.entries(this.#config.backend.endpoints).flatMap(([name, endpoint]) => {
      const url = endpoint && this.resolve(this.urlOf(endpoint.path));
      if (!url) return [];
      return { name: name as AuthEndpointName, origin: url.origin, pathname: url.pathname };
    });
  }
}
