import {
  flaskJwt,
  flaskJwtExtended,
  flaskRestful,
  flaskSession,
  withRememberMe,
  withTokenRefresh,
} from 'ngx-auth-kit';
import { NETWORK } from '../network/used-network';
import { accountBackend } from './account-backend';
import { ACCOUNT_BACKEND_CODE, REFRESH_TOKEN_CODE } from './backend-code';
import { Dialect } from './dialect';
import { refreshToken } from './refresh-token';

const { direct: DIRECT, proxied: PROXIED } = NETWORK;

const ALL: readonly [Dialect, ...Dialect[]] = [
  {
    name: 'flask-jwt-auth',
    config: { baseUrl: `${DIRECT}/auth`, backend: accountBackend },
    features: [withRememberMe()],
    code: `provideAuth({
  baseUrl: '${DIRECT}/auth',
  backend: accountBackend,
}, withRememberMe())`,
    backendFiles: [ACCOUNT_BACKEND_CODE],
    mount: DIRECT,
  },
  {
    name: 'flask-session',
    config: {
      baseUrl: `${PROXIED}/flask-session/api`,
      backend: flaskSession,
      tokenKey: 'token.flask-session',
    },
    // How long a cookie lasts is for the backend to say, so there is no withRememberMe().
    features: [],
    code: `provideAuth({
  baseUrl: '${PROXIED}/flask-session/api',
  backend: flaskSession,
})`,
    mount: `${PROXIED}/flask-session`,
  },
  {
    name: 'flask-jwt-extended',
    config: {
      baseUrl: `${PROXIED}/flask-jwt-extended`,
      backend: flaskJwtExtended,
      tokenKey: 'token.flask-jwt-extended',
    },
    features: [withTokenRefresh(), withRememberMe()],
    code: `provideAuth({
  baseUrl: '${PROXIED}/flask-jwt-extended',
  backend: flaskJwtExtended,
}, withTokenRefresh(), withRememberMe())`,
    mount: `${PROXIED}/flask-jwt-extended`,
  },
  {
    name: 'flask-jwt',
    config: {
      baseUrl: `${DIRECT}/flask-jwt`,
      backend: flaskJwt,
      tokenKey: 'token.flask-jwt',
    },
    features: [withRememberMe()],
    code: `provideAuth({
  baseUrl: '${DIRECT}/flask-jwt',
  backend: flaskJwt,
}, withRememberMe())`,
    mount: `${DIRECT}/flask-jwt`,
  },
  {
    name: 'flask-restful',
    config: {
      baseUrl: `${PROXIED}/flask-restful/api`,
      backend: flaskRestful,
      tokenKey: 'token.flask-restful',
    },
    features: [withRememberMe()],
    code: `provideAuth({
  baseUrl: '${PROXIED}/flask-restful/api',
  backend: flaskRestful,
}, withRememberMe())`,
    mount: `${PROXIED}/flask-restful`,
  },
  {
    name: 'refresh-token',
    config: {
      baseUrl: `${DIRECT}/refresh-token/auth`,
      backend: refreshToken,
      tokenKey: 'token.refresh-token',
    },
    features: [withTokenRefresh(), withRememberMe()],
    code: `provideAuth({
  baseUrl: '${DIRECT}/refresh-token/auth',
  backend: refreshToken,
}, withTokenRefresh(), withRememberMe())`,
    backendFiles: [REFRESH_TOKEN_CODE, ACCOUNT_BACKEND_CODE],
    mount: `${DIRECT}/refresh-token`,
  },
];

/** Those that this page can reach. The first is the default. */
export const DIALECTS: readonly Dialect[] = ALL.filter(
  ({ config }) => NETWORK.hasCookies || config.backend?.session !== 'cookie',
);
export const DEFAULT_DIALECT = ALL[0];
