import type { AuthBackend } from '../core/backends/auth-backend';

/** What makes `flaskJwtExtended` keep its tokens in cookies, as the preset's documentation has it. */
export const FLASK_COOKIES = {
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
} as const satisfies Partial<AuthBackend>;
