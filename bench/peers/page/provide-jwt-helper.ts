import { Provider } from '@angular/core';
import { JWT_OPTIONS, JwtHelperService } from '@auth0/angular-jwt';

/** What the tutorials' service needs of @auth0/angular-jwt, without its interceptor. */
export function provideJwtHelper(): Provider[] {
  return [{ provide: JWT_OPTIONS, useValue: {} }, JwtHelperService];
}
