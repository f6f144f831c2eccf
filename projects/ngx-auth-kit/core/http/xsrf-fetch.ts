import { DOCUMENT } from '@angular/common';
import { HttpClient, HttpRequest, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  catchError,
  defaultIfEmpty,
  filter,
  finalize,
  map,
  Observable,
  of,
  share,
  take,
} from 'rxjs';
import { AuthEndpointName } from '../backends/auth-backend';
import { endpointMethod } from '../backends/endpoint-defaults';
import { AUTH_CONFIG } from '../config/resolved-config';
import { TIME } from '../config/time';
import { answerWithin } from './answer-within';
import { AUTH_ENDPOINT } from './auth-endpoint-of';
import { AuthUrls } from './auth-urls';
import { EndpointRequests } from './endpoint-requests';
import { readCookie } from './read-cookie';
import { skipAuth } from './skip-auth';

/** Makes the backend set its XSRF cookie, by a `GET`. */
@Injectable({ providedIn: 'root' })
export class XsrfFetch {
  readonly #config = inject(AUTH_CONFIG);
  /** There is one, or nobody asks for this service. */
  readonly #xsrf = this.#config.backend.xsrf!;
  readonly #document = inject(DOCUMENT);
  readonly #http = inject(HttpClient);
  readonly #urls = inject(AuthUrls);
  readonly #requests = inject(EndpointRequests);
  readonly #time = inject(TIME);
  #underWay: Observable<boolean> | null = null;

  /** Fetches the value; however many need it, once. Emits whether the backend has answered so. */
  run(name?: AuthEndpointName): Observable<boolean> {
    return (this.#underWay ??= this.#http.request(this.#request(name)).pipe(
      filter((event) => event instanceof HttpResponse),
      take(1),
      map(() => true),
      answerWithin(this.#config.requestTimeout, this.#time),
      // The call itself tells what is wrong.
      catchError(() => of(false)),
      defaultIfEmpty(false),
      finalize(() => (this.#underWay = null)),
      share(),
    ));
  }

  /** The request that makes the backend set the cookie. It counts as a part of the call. */
  #request(name?: AuthEndpointName): HttpRequest<unknown> {
    const part = name ?? 'status';
    return new HttpRequest<unknown>('GET', this.#urls.urlOf(this.pathFor(name)!), {
      context: skipAuth().set(AUTH_ENDPOINT, part),
      headers: this.#requests.headersOf(part, null),
      responseType: 'text',
      withCredentials: true,
      cache: 'no-store',
    });
  }

  /** The value that the next request is sent with. */
  value(): string | null {
    return readCookie(this.#document, this.#xsrf.cookie);
  }

  /** Without a path of its own, any GET may set the cookie. */
  pathFor(name?: AuthEndpointName): string | undefined {
    const { backend } = this.#config;
    const isInSession = name === 'logout' || name === 'changePassword';
    const asksStatus = isInSession && endpointMethod('status', backend) === 'GET';
    return this.#xsrf.path ?? (asksStatus ? backend.endpoints.status?.path : undefined);
  }
}
