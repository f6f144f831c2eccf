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
  private readonly config = inject(AUTH_CONFIG);
  private readonly document = inject(DOCUMENT);
  private readonly endpointNames = Object.keys(this.config.backend.endpoints) as AuthEndpointName[];

  /** The URL of an endpoint as it is to be dispatched; null where the backend has none. */
  endpointUrl(name: AuthEndpointName): string | null {
    const endpoint = this.config.backend.endpoints[name];
    return endpoint ? this.urlOf(endpoint.path) : null;
  }

  /** A path of the backend as it is to be dispatched. */
  urlOf(path: string): string {
    const url = this.config.baseUrl + path;
    // An injected <base> must not lead passwords to another origin.
    return url.startsWith('/') && this.resolve(url)?.origin !== this.ownOrigin
      ? this.ownOrigin + url
      : url;
  }

  /** The endpoint that a request of the app itself would hit. */
  endpointAt(method: string, url: string): AuthEndpointName | null {
    const target = this.resolve(url);
    if (!target) return null;
    return (
      this.endpointNames.find(
        (name) =>
          endpointMethod(name, this.config.backend) === method && this.isEndpoint(name, target),
      ) ?? null
    );
  }

  /**
   * Whether the token may travel to this URL, judged on exactly what would be dispatched. A URL
   * that does not parse, or is not `http(s)` (a `blob:` reports its inner origin), gets no token.
   */
  allows(url: string): boolean {
    const target = this.resolve(url);
    if (!target || !isHttp(target)) return false;
    return (
      this.config.allowedUrls.some(
        ({ origin, path }) =>
          target.origin === (origin ?? this.ownOrigin) && isUnderPath(target.pathname, path),
      ) || this.endpointNames.some((name) => this.isEndpoint(name, target))
    );
  }

  /** Whether some URL of the origin is allowed. */
  allowsSomeOf(origin: string): boolean {
    return this.config.allowedUrls.some((allowed) => (allowed.origin ?? this.ownOrigin) === origin);
  }

  /** The origin of a URL, for messages. */
  originOf(url: string): string {
    return this.resolve(url)?.origin ?? 'a URL that does not parse';
  }

  private get ownOrigin(): string {
    return this.document.location.origin;
  }

  private isEndpoint(name: AuthEndpointName, target: URL): boolean {
    const url = this.endpointUrl(name);
    const endpoint = url === null ? null : this.resolve(url);
    return endpoint?.origin === target.origin && endpoint.pathname === target.pathname;
  }

  /** Where a URL leads from this page, as it would be dispatched; null where it does not parse. */
  resolve(url: string): URL | null {
    return parseUrl(url, this.document.baseURI);
  }
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'https:' || protocol === 'http:';
}
