import { HttpRequest } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthEndpoint, AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod, endpointToken } from '../backends/endpoint-defaults';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { AuthTokens } from '../session/auth-tokens';
import { SessionTokens } from '../session/session-tokens';
import { AuthUrls } from './auth-urls';
import { DepartureCheck } from './departure-check';
import { SessionProof } from './session-proof';
import { skipAuth } from './skip-auth';

/** What a visitor may call who has no XSRF cookie yet. */
const BEFORE_SESSION: readonly AuthEndpointName[] = [
  'login',
  'register',
  'forgotPassword',
  'resetPassword',
  'verifyEmail',
];

/** Builds the requests to the auth endpoints in the backend's own words. */
@Injectable({ providedIn: 'root' })
export class EndpointRequests {
  private readonly backend = inject(AUTH_CONFIG).backend;
  private readonly urls = inject(AuthUrls);
  private readonly proof = inject(SessionProof);
  private readonly departure = inject(DepartureCheck);

  /**
   * @param input What the method of `AuthService` was given.
   * @param tokens The session's.
   */
  create(
    name: AuthEndpointName,
    input: unknown,
    tokens: SessionTokens | null,
  ): HttpRequest<unknown> {
    const url = this.urls.endpointUrl(name);
    const endpoint = this.backend.endpoints[name];
    if (url === null || !endpoint) throw new AuthError('not_supported');
    const body = this.body(name, input, tokens);
    const isQuery = endpoint.encoding === 'query';
    const request = new HttpRequest<unknown>(
      endpointMethod(name, this.backend),
      isQuery ? `${url}?${String(body)}` : url,
      isQuery ? null : body,
      {
        context: skipAuth(),
        withCredentials: endpoint.withCredentials ?? false,
        responseType: endpoint.answers ?? 'json',
      },
    );
    const proven = this.prove(request, name, tokens);
    return proven === request ? request : this.departure.markAttached(proven);
  }

  /** The request that makes the backend set its XSRF cookie; null where none is needed first. */
  createXsrfFetch(name: AuthEndpointName): HttpRequest<unknown> | null {
    const path = this.backend.xsrf?.path;
    if (path === undefined || !BEFORE_SESSION.includes(name)) return null;
    return new HttpRequest<unknown>('GET', this.urls.urlOf(path), {
      context: skipAuth(),
      responseType: 'text',
      withCredentials: true,
    });
  }

  private prove(
    request: HttpRequest<unknown>,
    name: AuthEndpointName,
    tokens: SessionTokens | null,
  ): HttpRequest<unknown> {
    if (this.proof.isCookie) {
      const xsrfCookie = name === 'refresh' ? this.backend.xsrf?.refreshCookie : undefined;
      return this.proof.attachCookie(request, xsrfCookie);
    }
    const travels = endpointToken(name, this.backend);
    const token = { access: tokens?.access.value, refresh: tokens?.refresh, none: null }[travels];
    return token ? this.proof.attachToken(request, token) : request;
  }

  private body(name: AuthEndpointName, input: unknown, tokens: SessionTokens | null): unknown {
    const endpoint = this.backend.endpoints[name]!;
    switch (name) {
      case 'refresh':
      case 'logout':
        return encoded(
          endpoint.body ? endpoint.body(toAuthTokens(tokens)) : usualBody(name, endpoint, tokens),
          endpoint,
        );
      case 'status':
        return endpoint.body ? encoded(endpoint.body(null), endpoint) : null;
      default:
        return encoded(endpoint.body ? endpoint.body(input) : input, endpoint);
    }
  }
}

function usualBody(name: AuthEndpointName, { token }: AuthEndpoint, tokens: SessionTokens | null) {
  return name === 'refresh' && tokens?.refresh && token !== 'refresh'
    ? { refresh_token: tokens.refresh }
    : null;
}

function toAuthTokens(tokens: SessionTokens | null): AuthTokens | null {
  return tokens && { accessToken: tokens.access.value, refreshToken: tokens.refresh ?? undefined };
}

/** URLSearchParams, because HttpParams leaves characters as they are that forms must escape. */
function encoded(body: unknown, { encoding = 'json' }: AuthEndpoint): unknown {
  if (encoding === 'json') return body;
  const given = Object.entries(Object(body) as object).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given);
}
