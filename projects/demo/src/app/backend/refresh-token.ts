import { AuthBackend, AuthTokens } from 'ngx-auth-kit';
import { accountBackend } from './account-backend';

/** A backend that has no preset: what differs from the nearest one. */
// #region backend
export const refreshToken: AuthBackend = {
  ...accountBackend,
  endpoints: {
    ...accountBackend.endpoints,
    refresh: { path: '/refresh' },
    logout: {
      path: '/logout',
      body: (tokens) => ({ refresh_token: (tokens as AuthTokens | null)?.refreshToken }),
    },
  },
};
// #endregion
