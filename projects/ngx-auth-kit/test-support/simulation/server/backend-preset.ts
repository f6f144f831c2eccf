import { AuthBackend } from '../../../core/public-api';
import { SimulationConfig } from '../simulation-config';

interface Body {
  readonly access?: string;
  readonly refresh?: string;
  readonly user?: Readonly<Record<string, unknown>>;
}

/** What the simulated backend speaks, in the library's words. */
export function backendPreset({ mode, hasStatus }: SimulationConfig): AuthBackend {
  const withCredentials = mode === 'hybrid';
  return {
    session: mode === 'cookie' ? 'cookie' : 'token',
    endpoints: {
      login: { path: '/login', withCredentials },
      ...(hasStatus ? { status: { path: '/status' } } : {}),
      logout: { path: '/logout', withCredentials },
      refresh: { path: '/refresh', withCredentials },
    },
    readTokens: ({ body }) => {
      const { access, refresh } = (body ?? {}) as Body;
      return access === undefined ? null : { accessToken: access, refreshToken: refresh };
    },
    readUser: ({ body }) => ((body ?? {}) as Body).user ?? null,
  };
}
