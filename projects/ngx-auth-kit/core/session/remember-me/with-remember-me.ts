import { AuthFeature } from '../../config/auth-feature';
import { ResolvedAuthConfig } from '../../config/resolved-config';
import { configError } from '../../errors/config-error';
import { CONFIGURED_STORAGE } from '../../storage/configured-storage';
import { RememberMe } from './remember-me';
import { RememberingStorage } from './remembering-storage';

/**
 * Lets `login(credentials, { remember })` choose how long the session lasts: with `true`, the
 * default, until sign-out; with `false`, until the tab is closed, and only in this tab. The backend
 * decides how long a session in a cookie lasts. Tell it the choice in the `body` of the login
 * endpoint.
 *
 * ```ts
 * provideAuth({ baseUrl: 'http://localhost:5000/auth' }, withRememberMe())
 * auth.login({ email, password }, { remember: false })
 * ```
 * @throws at start-up with another `storage` than `local`, and with cookie sessions.
 */
export function withRememberMe(): AuthFeature {
  return {
    kind: 'withRememberMe',
    providers: [
      RememberingStorage,
      { provide: RememberMe, useExisting: RememberingStorage },
      { provide: CONFIGURED_STORAGE, useExisting: RememberingStorage },
    ],
    validate: (config) => {
      if (typeof ngDevMode === 'undefined' || ngDevMode) validateChoice(config);
    },
  };
}

function validateChoice({ storage, backend: { session } }: ResolvedAuthConfig): void {
  if (session === 'cookie') {
    throw configError(
      'backend.session',
      session,
      'Remove withRememberMe(): the backend decides how long its cookie lasts.',
    );
  }
  if (storage !== 'local') {
    throw configError(
      'storage',
      storage,
      'Remove this option: withRememberMe() chooses between local and session itself.',
    );
  }
}
