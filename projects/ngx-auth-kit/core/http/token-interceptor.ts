import { HttpEvent, HttpHandler, HttpInterceptor, HttpRequest } from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { TokenAttachment } from './token-attachment';

/**
 * The class form of `authInterceptor`, for apps that use `withInterceptorsFromDi()`.
 * `AuthModule.forRoot` registers it.
 */
@Injectable()
export class TokenInterceptor implements HttpInterceptor {
  readonly #attachment = inject(TokenAttachment);
  readonly #injector = inject(EnvironmentInjector);

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    return this.#attachment.handle(request, (passed) => next.handle(passed), this.#caller());
  }

  /** The injector of the HttpClient in use: a child environment may use this interceptor too. */
  #caller(): EnvironmentInjector {
    try {
      return inject(EnvironmentInjector);
    } catch {
      // An earlier class interceptor went on later, outside Angular's injection context.
      return this.#injector;
    }
  }
}
