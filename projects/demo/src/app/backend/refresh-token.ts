import { AuthBackend, AuthTokens, flaskJwtAuth } from 'ngx-auth-kit';

/** A backend that has no preset: what differs from the nearest one. */
export const refreshToken: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    ...flaskJwtAuth.endpoints,
    refresh: { path: '/refresh' },
    logout: {
      path: '/logout',
      body: (tokens) => ({ refresh_token: (tokens as AuthTokens | null)?.refreshToken }),
    },
  },
};
