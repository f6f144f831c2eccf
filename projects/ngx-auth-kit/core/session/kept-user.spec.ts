import { HttpTestingController } from '@angular/common/http/testing';
import { runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { closeTabs, openTab, Tab } from '../../test-support/open-tab';
import { setUpRefresh } from '../../test-support/refresh-app';
import { accessToken, refreshBackend } from '../../test-support/refresh-backend';
import { BASE_URL } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { AuthBackend } from '../backends/auth-backend';
import { springSecurity } from '../backends/spring-security';
import { knownUser } from '../routing/known-user';
import { withRememberMe } from './remember-me/with-remember-me';
import { withTokenRefresh } from './refresh/with-token-refresh';

const USER = { username: 'ada', roles: ['ROLE_ADMIN'] };

/** What a Spring backend answers to a login. */
function grant(lifetime = 3_600) {
  return {
    accessToken: accessToken(lifetime),
    refreshToken: 'refresh-1',
    tokenType: 'Bearer',
    ...USER,
  };
}

function open(backend: AuthBackend = springSecurity): Promise<Tab> {
  return openTab(
    { baseUrl: BASE_URL, backend },
    { features: [withTokenRefresh()], fakeHttp: true },
  );
}

async function signIn(tab: Tab, path = '/signin', body: object = grant()): Promise<void> {
  const login = firstValueFrom(tab.auth.login({}));
  tab.backend!.expectOne(BASE_URL + path).flush(body);
  await login;
}

describe('the user of a backend that names it only in the login answer', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  afterEach(() => closeTabs());

  it('is there after a reload, and stored without tokens', async () => {
    const tab = await open();
    await signIn(tab);
    const { user } = JSON.parse(localStorage.getItem('token.details')!) as { user: unknown };
    expect(user).toEqual(USER);
    tab.app.destroy();
    expect((await open()).auth.user()).toEqual(USER);
  });

  it('is there in another tab that is open', async () => {
    const other = await open();
    const tab = await open();
    await signIn(tab);
    await until(() => other.auth.user());
    expect(other.auth.user()).toEqual(USER);
  });

  it('is there for guards after a reload', async () => {
    await signIn(await open());
    const { app } = await open();
    expect(await firstValueFrom(runInInjectionContext(app.injector, knownUser))).toEqual(USER);
  });

  it('outlives a refresh at start', async () => {
    const session = { sessionId: 'session-1', refreshToken: 'refresh-1', user: USER };
    const auth = setUpRefresh({ backend: springSecurity }, () => {
      localStorage.setItem('token.details', JSON.stringify(session));
      localStorage.setItem('token', accessToken(-1));
    });
    expect(auth.user()).toBeNull();
    (await until(refreshCallOfSpring)).flush({
      accessToken: accessToken(),
      refreshToken: 'refresh-2',
    });
    expect(await until(() => auth.user())).toEqual(USER);
    expect(localStorage.getItem('token.details')).toContain('ROLE_ADMIN');
  });

  it('is gone from storage after sign-out', async () => {
    const tab = await open();
    await signIn(tab);
    tab.auth.logout().subscribe();
    expect(JSON.stringify({ ...localStorage })).not.toContain('ada');
  });

  it('is not stored where an endpoint can tell', async () => {
    const tab = await open(refreshBackend);
    await signIn(tab, '/login', { auth_token: 'opaque', data: USER });
    expect(tab.auth.user()).toEqual(USER);
    expect(JSON.stringify({ ...localStorage })).not.toContain('ada');
  });

  it('may be read from the claims of the token', async () => {
    const backend: AuthBackend = {
      ...springSecurity,
      readUser: (_, claims) => (claims ? { name: claims['name'] } : null),
    };
    const tab = await open(backend);
    await signIn(tab, '/signin', { token: accessToken(3_600, { name: 'Ada' }) });
    expect(tab.auth.user()).toEqual({ name: 'Ada' });
    tab.app.destroy();
    expect((await open(backend)).auth.user()).toEqual({ name: 'Ada' });
  });

  it('is kept as long as the session with withRememberMe()', async () => {
    const openRemembering = () =>
      openTab(
        { baseUrl: BASE_URL, backend: springSecurity },
        { features: [withRememberMe()], fakeHttp: true },
      );
    const tab = await openRemembering();
    tab.auth.login({}, { remember: false }).subscribe();
    tab.backend!.expectOne(`${BASE_URL}/signin`).flush(grant());
    expect(localStorage.length).toBe(0);
    tab.app.destroy();
    expect((await openRemembering()).auth.user()).toEqual(USER);
  });
});

/** The refresh call, once it is made. */
function refreshCallOfSpring() {
  return TestBed.inject(HttpTestingController).match(`${BASE_URL}/refreshtoken`)[0];
}
