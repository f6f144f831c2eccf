import {
  HttpBackend,
  HttpEvent,
  HttpHandler,
  HttpInterceptor,
  HttpRequest,
} from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { TokenAttachment } from './token-attachment';

/**
 * The class form of `authInterceptor`, for apps that use `withInterceptorsFromDi()`.
 * `AuthModule.forRoot` registers it.
 */
@Injectable()
export class TokenInterceptor implements HttpInterceptor {
  readonly #attachment = inject(TokenAttachment);
  readonly #backend = inject(HttpBackend, { optional: true });

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    return this.#attachment.handle(request, (passed) => next.handle(passed), this.#backend);
  }
}
