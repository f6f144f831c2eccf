import type { AuthBackend, AuthConfig } from 'ngx-auth-kit/core';
import { flaskJwtExtended } from 'ngx-auth-kit/core';
import { refreshToken } from '../../projects/demo/src/app/backend/refresh-token';
import type { AppOptions } from './app-options';

/** As the preset's documentation has it for cookies. */
const inCookies: AuthBackend = {
  ...flaskJwtExtended,
  session: 'cookie',
  xsrf: {
    cookie: 'csrf_access_token',
    header: 'X-CSRF-TOKEN',
    refreshCookie: 'csrf_refresh_token',
  },
  endpoints: {
    login: { path: '/cookie/login' },
    status: { path: '/cookie/protected' },
    refresh: { path: '/cookie/refresh' },
    logout: { path: '/cookie/logout', method: 'DELETE' },
  },
};

type Config = Pick<AuthConfig, 'backend' | 'baseUrl'>;

/** Both are served by the page's own origin. */
export const BACKENDS: Record<AppOptions['backend'], Config> = {
  cookies: { baseUrl: '/mock/flask-jwt-extended', backend: inCookies },
  tokens: { baseUrl: '/mock/refresh-token/auth', backend: refreshToken },
};

/** Answers signed-in users only. */
export const PROTECTED_URL: Record<AppOptions['backend'], string> = {
  cookies: '/mock/flask-jwt-extended/__mock/protected',
  tokens: '/mock/refresh-token/__mock/protected',
};
