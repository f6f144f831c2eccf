import {
  HttpEvent,
  HttpHandler,
  HttpHandlerFn,
  HttpInterceptor,
  HttpRequest,
} from '@angular/common/http';
import { EnvironmentInjector, inject, Injectable } from '@angular/core';
import { Observable } from 'rxjs';
import { handleRequest } from './handle-request';

/**
 * The class form of `authInterceptor`, for apps with `withInterceptorsFromDi()`.
 * `AuthModule.forRoot` registers it.
 */
@Injectable()
export class TokenInterceptor implements HttpInterceptor {
  readonly #injector = inject(EnvironmentInjector);

  intercept(request: HttpRequest<unknown>, next: HttpHandler): Observable<HttpEvent<unknown>> {
    const send: HttpHandlerFn = (passed) => next.handle(passed);
    return handleRequest(request, send, this.#caller(), this.#injector);
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
