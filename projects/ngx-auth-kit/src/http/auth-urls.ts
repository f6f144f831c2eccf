import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { isUnderPath } from '../config/allowed-url';
import { parseUrl } from '../config/parse-url';
import { AUTH_CONFIG } from '../config/resolved-config';

/** Knows where the auth endpoints are and which URLs the token may go to. */
@Injectable({ providedIn: 'root' })
export class AuthUrls {
  readonly #config = inject(AUTH_CONFIG);
  readonly #document = inject(DOCUMENT);

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
    return (
      this.#config.allowedUrls.some(
        ({ origin, path }) =>
          target.origin === (origin ?? this.ownOrigin) && isUnderPath(target.pathname, path),
      ) || this.#endpointsAt(target).length > 0
    );
  }

  /** Where a URL leads from this page, as it would be dispatched; null where it does not parse. */
  resolve(url: string): URL | null {
    return parseUrl(url, this.#document.baseURI);
  }

  #endpointsAt(target: URL | null): AuthEndpointName[] {
    const { endpoints } = this.#config.backend;
    return (Object.keys(endpoints) as AuthEndpointName[]).filter((name) => {
      const endpoint = endpoints[name] && this.resolve(this.urlOf(endpoints[name].path));
      return (
        endpoint && endpoint.origin === target?.origin && endpoint.pathname === target.pathname
      );
    });
  }
}
