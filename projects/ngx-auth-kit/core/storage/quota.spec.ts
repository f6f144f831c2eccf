import { AuthConfig } from '../config/auth-config';
import { AuthFeature } from '../config/auth-feature';
import { provideAuth } from '../config/provide-auth';
import { withIdleTimeout } from '../session/idle/with-idle-timeout';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { withRememberMe } from '../session/remember-me/with-remember-me';
import { get, refreshCall } from '../../test-support/refresh-app';
import { appRequests, grant, one, refreshBackend } from '../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../test-support/set-up';

const storages: Record<string, [Partial<AuthConfig>, AuthFeature[]]> = {
  'local storage': [{ storage: 'local' }, []],
  'session storage': [{ storage: 'session' }, []],
  'the storage of withRememberMe': [{}, [withRememberMe()]],
};

describe('a sign-in that does not fit into storage', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });

  for (const [what, [config, features]] of Object.entries(storages)) {
    for (const key of ['token', 'token.details', 'token.activity']) {
      it(`leaves nothing in ${what} and works in memory (${key} is too much)`, async () => {
        const { setItem } = Storage.prototype;
        spyOn(Storage.prototype, 'setItem').and.callFake(function (
          this: Storage,
          name: string,
          value: string,
        ) {
          if (name === key) throw new DOMException('', 'QuotaExceededError');
          setItem.call(this, name, value);
        });
        const auth = startFakeHttp(
          provideAuth(
            { baseUrl: BASE_URL, backend: refreshBackend, ...config },
            withTokenRefresh(),
            withIdleTimeout({ after: 900 }),
            ...features,
          ),
        );
        auth.login({}).subscribe();
        const granted = grant(3_600, 'in-memory');
        one('/login').flush(granted);
        expect([...Object.keys(localStorage), ...Object.keys(sessionStorage)]).toEqual([]);
        expect(auth.isAuthenticated()).toBeTrue();
        void get();
        const [request] = appRequests();
        expect(request!.request.headers.get('Authorization')).toBe(`Bearer ${granted.auth_token}`);
        auth.refresh().subscribe();
        expect((await refreshCall()).request.body).toEqual({ refresh_token: 'in-memory' });
        expect(console.warn).toHaveBeenCalledTimes(1);
      });
    }
  }
});
