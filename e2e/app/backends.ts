import type { AuthBackend, AuthConfig } from 'ngx-auth-kit/core';
import { flaskJwtExtended } from 'ngx-auth-kit/core';
import { refreshToken } from '../../projects/demo/src/app/backend/refresh-token';
import { FLASK_COOKIES } from '../../projects/ngx-auth-kit/test-support/flask-cookies';
import type { AppOptions } from './app-options';

const inCookies: AuthBackend = { ...flaskJwtExtended, ...FLASK_COOKIES };

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
