import {
  HTTP_INTERCEPTORS,
  HttpHandler,
  HttpInterceptorFn,
  HttpRequest,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { EnvironmentProviders, makeEnvironmentProviders, Provider } from '@angular/core';
import { authInterceptor } from '../core/http/auth-interceptor';
import { TokenInterceptor } from '../core/http/token-interceptor';

const OURS: Provider = { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true };

/** Where an interceptor of the app can be: before ours or after it, as a function or as a class. */
export const INTERCEPTOR_PLACES: Readonly<
  Record<string, (own: HttpInterceptorFn) => EnvironmentProviders>
> = {
  'before ours': (own) => provideHttpClient(withInterceptors([own, authInterceptor])),
  'after ours': (own) => provideHttpClient(withInterceptors([authInterceptor, own])),
  'before ours as a class': (own) => asClasses(classOf(own), OURS),
  'after ours as a class': (own) => asClasses(OURS, classOf(own)),
};

function classOf(own: HttpInterceptorFn): Provider {
  const intercept = (request: HttpRequest<unknown>, next: HttpHandler) =>
    own(request, (passed) => next.handle(passed));
  return { provide: HTTP_INTERCEPTORS, useValue: { intercept }, multi: true };
}

function asClasses(...interceptors: Provider[]): EnvironmentProviders {
  return makeEnvironmentProviders([provideHttpClient(withInterceptorsFromDi()), interceptors]);
}
