import { EnvironmentProviders, makeEnvironmentProviders } from '@angular/core';
import { of } from 'rxjs';
import {
  ɵAuthApi,
  ɵCONFIGURED_STORAGE,
  ɵMemoryStorage,
  ɵNOTES_STORAGE,
  ɵprovideSession,
  ɵRememberMe,
  ɵSessionRefresh,
  ɵSessionStart,
  ɵSessionStore,
  ɵUserQuestion,
} from 'ngx-auth-kit/core';
import { AuthTesting } from './auth-testing';
import { AuthTestingOptions, startStatus } from './auth-testing-options';
import { CannedApi } from './canned-api';
import { CannedRefresh } from './canned-refresh';
import { grantedTokens } from './granted-tokens';
import { startSession, StartState } from './start-session';
import { TESTED_BACKEND, testedBackend } from './tested-backend';

/**
 * Sets up the library for a test, instead of `provideAuth`. The service, guards, interceptor and
 * components are the real ones, but no auth endpoint is called and nothing is stored. `AuthTesting`
 * changes the session and the answers of the backend.
 *
 * ```ts
 * TestBed.configureTestingModule({
 *   providers: [provideAuthTesting({ user: { email: 'ada@example.com' } })],
 * });
 * ```
 * @throws if options contradict each other, or if the token is malformed or expired.
 */
export function provideAuthTesting(options: AuthTestingOptions = {}): EnvironmentProviders {
  const { user = null, token, config = {} } = options;
  const backend = testedBackend(config.backend);
  const status = startStatus(options);
  const start: StartState = {
    status,
    user,
    tokens: status === 'authenticated' ? grantedTokens(token, backend) : null,
  };
  return makeEnvironmentProviders([
    ɵprovideSession({ baseUrl: '/api', ...config, backend, storage: 'memory' }),
    { provide: TESTED_BACKEND, useValue: backend },
    { provide: ɵCONFIGURED_STORAGE, useFactory: () => new ɵMemoryStorage() },
    { provide: ɵNOTES_STORAGE, useExisting: ɵCONFIGURED_STORAGE },
    { provide: ɵRememberMe, useValue: null },
    { provide: ɵSessionStore, useFactory: () => startSession(start) },
    // The app's start would listen to other tabs and ask the backend.
    { provide: ɵSessionStart, useValue: { begin: () => undefined } },
    CannedApi,
    { provide: ɵAuthApi, useExisting: CannedApi },
    // The test's answer to the login names the user, or there is none.
    { provide: ɵUserQuestion, useValue: { ask: () => of(null) } },
    { provide: ɵSessionRefresh, useClass: CannedRefresh },
    AuthTesting,
  ]);
}
