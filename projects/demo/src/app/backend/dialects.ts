import {
  flaskJwt,
  flaskJwtExtended,
  flaskRestful,
  flaskSession,
  withTokenRefresh,
} from 'ngx-auth-kit';
import { NETWORK } from '../network/used-network';
import { Dialect } from './dialect';
import { refreshToken } from './refresh-token';

const { direct: DIRECT, proxied: PROXIED } = NETWORK;

const ALL: readonly [Dialect, ...Dialect[]] = [
  {
    name: 'flask-jwt-auth',
    config: { baseUrl: `${DIRECT}/auth` },
    features: [],
    code: `provideAuth({ baseUrl: '${DIRECT}/auth' })`,
    mount: DIRECT,
  },
  {
    name: 'flask-session',
    config: {
      baseUrl: `${PROXIED}/flask-session/api`,
      backend: flaskSession,
      tokenKey: 'token.flask-session',
    },
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
    features: [withTokenRefresh()],
    code: `provideAuth({
  baseUrl: '${PROXIED}/flask-jwt-extended',
  backend: flaskJwtExtended,
}, withTokenRefresh())`,
    mount: `${PROXIED}/flask-jwt-extended`,
  },
  {
    name: 'flask-jwt',
    config: {
      baseUrl: `${DIRECT}/flask-jwt`,
      backend: flaskJwt,
      tokenKey: 'token.flask-jwt',
    },
    features: [],
    code: `provideAuth({
  baseUrl: '${DIRECT}/flask-jwt',
  backend: flaskJwt,
})`,
    mount: `${DIRECT}/flask-jwt`,
  },
  {
    name: 'flask-restful',
    config: {
      baseUrl: `${PROXIED}/flask-restful/api`,
      backend: flaskRestful,
      tokenKey: 'token.flask-restful',
    },
    features: [],
    code: `provideAuth({
  baseUrl: '${PROXIED}/flask-restful/api',
  backend: flaskRestful,
})`,
    mount: `${PROXIED}/flask-restful`,
  },
  {
    name: 'refresh-token',
    config: {
      baseUrl: `${DIRECT}/refresh-token/auth`,
      backend: refreshToken,
      tokenKey: 'token.refresh-token',
    },
    features: [withTokenRefresh()],
    code: `provideAuth({
  baseUrl: '${DIRECT}/refresh-token/auth',
  backend: {
    ...flaskJwtAuth,
    endpoints: {
      ...flaskJwtAuth.endpoints,
      refresh: { path: '/refresh' },
      logout: {
        path: '/logout',
        body: (tokens) => ({
          refresh_token: tokens?.refreshToken,
        }),
      },
    },
  },
}, withTokenRefresh())`,
    mount: `${DIRECT}/refresh-token`,
  },
];

/** Those that this page can reach. The first is the default. */
export const DIALECTS: readonly Dialect[] = ALL.filter(
  ({ config }) => NETWORK.hasCookies || config.backend?.session !== 'cookie',
);
export const DEFAULT_DIALECT = ALL[0];
