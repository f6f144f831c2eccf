import { HttpResponse } from '@angular/common/http';
import { InjectionToken } from '@angular/core';
import { AuthBackend, flaskJwtAuth } from 'ngx-auth-kit/core';
import { bodyOf } from './auth-answer';

/** Offers everything that `AuthService` can ask for. */
const OFFERS_ALL: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    login: { path: '/login' },
    secondFactor: { path: '/second-factor' },
    resendCode: { path: '/resend-code' },
    register: { path: '/register' },
    status: { path: '/status' },
    refresh: { path: '/refresh' },
    logout: { path: '/logout' },
    forgotPassword: { path: '/forgot-password' },
    resetPassword: { path: '/reset-password' },
    verifyEmail: { path: '/verify-email' },
    changePassword: { path: '/change-password' },
  },
};

/** The backend that is asked for in a test. */
export const TESTED_BACKEND = new InjectionToken<AuthBackend>('ngx-auth-kit tested backend');

/** The app's backend, or one that offers everything, with readers for the answers of a test. */
export function testedBackend(backend = OFFERS_ALL): AuthBackend {
  return {
    ...backend,
    readTokens: (response) => {
      const { tokens } = bodyOf(response);
      return tokens && { accessToken: tokens.access.value };
    },
    readUser: (response) => bodyOf(response).user,
    readChallenge: (response) => bodyOf(response as HttpResponse<unknown>).challenge ?? null,
  };
}
