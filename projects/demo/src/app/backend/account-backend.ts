import { HttpErrorResponse } from '@angular/common/http';
import { AuthBackend, flaskJwtAuth } from 'ngx-auth-kit';

/** What the mock backend adds to flask-jwt-auth, which knows no mails and no second factor. */
// #region backend
export const accountBackend: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    ...flaskJwtAuth.endpoints,
    secondFactor: { path: '/second-factor' },
    forgotPassword: { path: '/forgot-password' },
    resetPassword: { path: '/reset-password' },
    verifyEmail: { path: '/verify-email' },
    changePassword: { path: '/change-password' },
  },
  // How a login says that it wants a code as well.
  readChallenge: (response) => {
    const body: unknown = response instanceof HttpErrorResponse ? response.error : response.body;
    const { challenge } = Object(body) as { challenge?: unknown };
    return typeof challenge === 'string' ? { challenge } : null;
  },
};
// #endregion
