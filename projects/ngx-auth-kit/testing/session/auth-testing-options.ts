import { AuthConfig, AuthStatus } from 'ngx-auth-kit/core';

/** The state at the start of a test. With `{}`, no one is signed in. */
export interface AuthTestingOptions {
  /** Signs this user in. */
  readonly user?: object | null;
  /**
   * Signs in with this access token. Default: `test-token`, an opaque token, if someone is signed
   * in.
   */
  readonly token?: string;
  /**
   * The status. `pending` lasts until the test changes it, and guards wait until then. Default:
   * `authenticated` with a user or a token, otherwise `anonymous`.
   */
  readonly status?: AuthStatus;
  /**
   * The part of your configuration that matters to the test. Its `storage` is not used. Default:
   * `baseUrl: '/api'` and a backend with all endpoints.
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
