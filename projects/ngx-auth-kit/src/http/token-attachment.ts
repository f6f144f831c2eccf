import {
  HttpBackend,
  HttpErrorResponse,
  HttpEvent,
  HttpHandlerFn,
  HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { catchError, defer, Observable, throwError } from 'rxjs';
import { endpointToken } from '../backends/endpoint-defaults';
import { refusesToken } from '../backends/refuses-token';
import { AUTH_CONFIG } from '../config/resolved-config';
import { DEV_MODE, DevMessages } from '../errors/dev-messages';
import { SessionStore } from '../session/session-store';
import { AuthUrls } from './auth-urls';
import { Authorization } from './authorization';
import { DepartureCheck } from './departure-check';
import { INTERCEPTOR_PROBE } from './interceptor-probe';
import { SKIP_AUTH } from './skip-auth';

/** What both forms of the interceptor do with a request. */
@Injectable({ providedIn: 'root' })
export class TokenAttachment {
  private readonly backend = inject(AUTH_CONFIG).backend;
  private readonly urls = inject(AuthUrls);
  private readonly authorization = inject(Authorization);
  private readonly departure = inject(DepartureCheck);
  private readonly messages = inject(DevMessages);
  private readonly store = inject(SessionStore);

  handle(
    request: HttpRequest<unknown>,
    next: HttpHandlerFn,
    httpBackend: HttpBackend | null,
  ): Observable<HttpEvent<unknown>> {
    if (DEV_MODE) request.context.get(INTERCEPTOR_PROBE)?.();
    if (request.context.get(SKIP_AUTH)) return next(request);
    if (this.authorization.isSet(request)) {
      this.departure.noteCallersOwn(request);
      return next(request);
    }
    if (!this.mayCarryToken(request)) return next(request);
    if (httpBackend) this.departure.watch(httpBackend);
    // Deferred, so that whoever subscribes again sends the token of that moment.
    return defer(() => this.send(request, next));
  }

  private send(request: HttpRequest<unknown>, next: HttpHandlerFn): Observable<HttpEvent<unknown>> {
    this.store.endIfExpired();
    const token = this.store.tokens()?.access.value;
    if (token === undefined) return next(request);
    this.departure.noteAttached(token);
    return next(this.authorization.attach(request, token)).pipe(
      catchError((error: unknown) => {
        this.noteRefusal(request, token, error);
        return throwError(() => error);
      }),
    );
  }

  private noteRefusal(request: HttpRequest<unknown>, token: string, error: unknown): void {
    if (!(error instanceof HttpErrorResponse) || !refusesToken(error, this.backend)) return;
    // The answer may come from elsewhere, or be about a token that was replaced meanwhile.
    const answeredFrom = error.url ?? request.urlWithParams;
    if (this.urls.allows(answeredFrom) && this.store.tokens()?.access.value === token) {
      this.store.end('refused');
    }
  }

  private mayCarryToken(request: HttpRequest<unknown>): boolean {
    const url = request.urlWithParams;
    if (!this.urls.allows(url)) {
      if (DEV_MODE) this.explainForeign(url);
      return false;
    }
    const endpoint = this.urls.endpointAt(request.method, url);
    return endpoint === null || endpointToken(endpoint, this.backend) === 'access';
  }

  private explainForeign(url: string): void {
    if (!this.store.tokens()) return;
    const origin = this.urls.originOf(url);
    this.messages.once(
      `foreign ${origin}`,
      `no token was sent to ${origin}: it is not in allowedUrls. If the token belongs there, add ` +
        `it: allowedUrls: ['${origin}'].`,
    );
  }
}
