import { AuthConfig, AuthStatus } from 'ngx-auth-kit/core';

/** How a test begins. With `{}` nobody is signed in. */
export interface AuthTestingOptions {
  /** Signs this user in. */
  readonly user?: object | null;
  /** Signs in with this access token. Default where somebody is signed in: `test-token`, an opaque one. */
  readonly token?: string;
  /**
   * `pending` lasts until the test changes it, and guards wait meanwhile. Default: `authenticated`
   * with a user or a token, else `anonymous`.
   */
  readonly status?: AuthStatus;
  /**
   * The app's configuration as far as it matters to the test. Default: `baseUrl: '/api'` and a
   * backend that offers everything. Its `storage` is never used.
   */
  readonly config?: Partial<AuthConfig>;
}

/** The status that the options ask for; throws where they contradict each other. */
export function startStatus({ user, token, status }: AuthTestingOptions): AuthStatus {
  const given = [user ? 'user' : null, token === undefined ? null : 'token'].filter(Boolean);
  if (given.length === 0) return status ?? 'anonymous';
  if (status !== undefined && status !== 'authenticated') {
    throw new Error(
      `ngx-auth-kit/testing: status "${status}" contradicts the ${given.join(' and the ')}. ` +
        'Leave one of them out.',
    );
  }
  return 'authenticated';
}
