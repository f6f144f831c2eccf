import { HttpHeaders, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable, runInInjectionContext } from '@angular/core';
import { AuthEndpoint, AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod, endpointToken } from '../backends/endpoint-defaults';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import type { AuthLoginOptions } from '../session/auth-service';
import { SessionTokens } from '../session/state/session-tokens';
import { AUTH_ENDPOINT } from './auth-endpoint-of';
import { AuthUrls } from './auth-urls';
import { SessionProof } from './session-proof';
import { skipAuth } from './skip-auth';

/** Builds the requests to the auth endpoints in the backend's own words. */
@Injectable({ providedIn: 'root' })
export class EndpointRequests {
  readonly #config = inject(AUTH_CONFIG);
  readonly #urls = inject(AuthUrls);
  readonly #proof = inject(SessionProof);
  readonly #injector = inject(EnvironmentInjector);

  /**
   * @param input What the method of `AuthService` was given.
   * @param tokens The session's.
   * @param options Of the login.
   */
  create(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
    options?: AuthLoginOptions,
  ): HttpRequest<unknown> {
    const { backend, usesCookie } = this.#config;
    const endpoint = backend.endpoints[name];
    if (!endpoint) throw new AuthError('not_supported');
    const { path, encoding = 'json', answers = 'json', withCredentials = false } = endpoint;
    const body = encoded(bodyOf(name, endpoint, input, tokens, options), encoding);
    const isQuery = encoding === 'query';
    const request = new HttpRequest<unknown>(
      endpointMethod(name, backend),
      this.#urls.urlOf(path) + (isQuery && body ? `?${String(body)}` : ''),
      isQuery ? null : body,
      {
        context: skipAuth().set(AUTH_ENDPOINT, name),
        headers: this.headersOf(name, input),
        withCredentials,
        responseType: answers,
        cache: 'no-store',
      },
    );
    const travels = endpointToken(name, backend);
    const token = { access: tokens?.access.value, refresh: tokens?.refresh, none: null }[travels];
    const xsrfCookie = name === 'refresh' ? backend.xsrf?.refreshCookie : undefined;
    return token || usesCookie
      ? this.#proof.attach(request, token ?? undefined, undefined, xsrfCookie)
      : request;
  }

  /**
   * What the endpoint's own option `headers` says.
   * @param input As `body` is given it; null for the XSRF fetch.
   */
  headersOf(name: AuthEndpointName, input: unknown): HttpHeaders {
    const { headers } = this.#config.backend.endpoints[name] ?? {};
    const given =
      typeof headers === 'function'
        ? runInInjectionContext(this.#injector, () => headers(input))
        : headers;
    const read = new HttpHeaders(given);
    // Angular looks at them only now, and throws on rubbish.
    read.keys();
    return read;
  }
}

/** What is sent to the endpoint; null for nothing. */
function bodyOf(
  name: AuthEndpointName,
  endpoint: AuthEndpoint,
  input: unknown,
  tokens: SessionTokens | null,
  options?: AuthLoginOptions,
): unknown {
  const refreshToken = tokens?.refresh ?? undefined;
  if (endpoint.body) {
    const asksForTokens = name === 'refresh' || name === 'logout';
    const granted = tokens && { accessToken: tokens.access.value, refreshToken };
    return endpoint.body(asksForTokens ? granted : input, options);
  }
  const sendsRefreshToken = name === 'refresh' && refreshToken && endpoint.token !== 'refresh';
  return sendsRefreshToken ? { refresh_token: refreshToken } : input;
}

/** URLSearchParams, because HttpParams leaves characters as they are that forms must escape. */
function encoded(body: unknown, encoding: AuthEndpoint['encoding']): unknown {
  if (encoding === 'json' || body === null) return body;
  const given = Object.entries(Object(body) as object).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given);
}
