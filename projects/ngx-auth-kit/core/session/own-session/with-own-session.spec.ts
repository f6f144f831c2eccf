import { HttpClient } from '@angular/common/http';
import { runInInjectionContext } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ADA, MOCK_URL, MockBackend } from '../../../test-support/mock-backend';
import { openPart, Part } from '../../../test-support/open-part';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { refreshBackend } from '../../../test-support/refresh-backend';
import { until } from '../../../test-support/until';
import { AuthConfig } from '../../config/auth-config';
import { injectAuthFetch } from '../../http/inject-auth-fetch';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from '../refresh/with-token-refresh';
import { withOwnSession } from './with-own-session';

const main = new MockBackend('flask-jwt-auth');
const partner = new MockBackend('refresh-token');

const MAIN: AuthConfig = { baseUrl: `${main.url}/auth`, allowedUrls: [main.url] };
const PARTNER: AuthConfig = {
  baseUrl: `${partner.url}/auth`,
  allowedUrls: [partner.url],
  backend: refreshBackend,
  tokenKey: 'partner',
};
const echoOf = ({ url }: MockBackend) => `${url}/__mock/echo`;

interface Echo {
  readonly headers: Readonly<Record<string, string>>;
}

async function sentTo(url: string, http: HttpClient): Promise<string | undefined> {
  return (await firstValueFrom(http.get<Echo>(url))).headers['authorization'];
}

describe('withOwnSession', () => {
  let app: Tab;
  let part: Part;

  async function open(): Promise<void> {
    app = await openTab(MAIN);
    part = openPart(app.app.injector, PARTNER, [withTokenRefresh()]);
  }
  const statuses = () => [app.auth.status(), part.auth.status()];
  const signIn = ({ auth }: { auth: AuthService }) => firstValueFrom(auth.login(ADA));

  beforeEach(async () => {
    localStorage.clear();
    await Promise.all([main.reset(), partner.reset()]);
    await open();
  });
  afterEach(() => closeTabs());

  it('leaves the app anonymous when the part signs in, and the other way round', async () => {
    await signIn(part);
    expect(statuses()).toEqual(['anonymous', 'authenticated']);
    await firstValueFrom(part.auth.logout());
    await signIn(app);
    expect(statuses()).toEqual(['authenticated', 'anonymous']);
  });

  it('leaves the one signed in when the other signs out', async () => {
    await signIn(app);
    await signIn(part);
    await firstValueFrom(part.auth.logout());
    expect(statuses()).toEqual(['authenticated', 'anonymous']);
    await signIn(part);
    await firstValueFrom(app.auth.logout());
    expect(statuses()).toEqual(['anonymous', 'authenticated']);
    expect(await firstValueFrom(part.auth.checkStatus())).not.toBeNull();
  });

  it('sends each its own token', async () => {
    await signIn(app);
    await signIn(part);
    expect(await sentTo(echoOf(main), app.http)).toBe(`Bearer ${app.auth.token()}`);
    expect(await sentTo(echoOf(partner), part.http)).toBe(`Bearer ${part.auth.token()}`);
    expect(await sentTo(echoOf(partner), app.http)).toBeUndefined();
    expect(await sentTo(echoOf(main), part.http)).toBeUndefined();
    const partFetch = runInInjectionContext(part.injector, injectAuthFetch);
    const answer = (await (await partFetch(echoOf(partner))).json()) as Echo;
    expect(answer.headers['authorization']).toBe(`Bearer ${part.auth.token()}`);
  });

  it('keeps the keys apart, and finds both sessions again', async () => {
    await signIn(app);
    await signIn(part);
    const tokens = [app.auth.token(), part.auth.token()];
    expect([localStorage.getItem('token'), localStorage.getItem('partner')]).toEqual(tokens);
    expect(tokens[0]).not.toBe(tokens[1]);
    closeTabs();
    await open();
    expect([app.auth.token(), part.auth.token()]).toEqual(tokens);
    expect(statuses()).toEqual(['authenticated', 'authenticated']);
  });

  it('refreshes on its own, and gives the app no refresh', async () => {
    await signIn(app);
    await signIn(part);
    const [before, other] = [part.auth.token(), app.auth.token()];
    expect(await firstValueFrom(part.auth.freshToken())).toBe(before);
    await firstValueFrom(part.auth.refresh());
    expect(part.auth.token()).not.toBe(before);
    expect(app.auth.token()).toBe(other);
    await expectAsync(firstValueFrom(app.auth.refresh())).toBeRejectedWith(
      jasmine.objectContaining({ code: 'not_supported' }),
    );
  });

  it('goes with the other tabs of the part only', async () => {
    const tab = await openTab(MAIN);
    const other = openPart(tab.app.injector, PARTNER, [withTokenRefresh()]);
    await signIn(part);
    await until(() => other.auth.isAuthenticated());
    expect([tab.auth.status(), ...statuses()]).toEqual(['anonymous', 'anonymous', 'authenticated']);
    await firstValueFrom(other.auth.logout());
    await until(() => !part.auth.isAuthenticated());
  });

  it('may be below another one', async () => {
    closeTabs();
    const bare = await openTab({ baseUrl: `${MOCK_URL}/none`, tokenKey: 'none' });
    part = openPart(bare.app.injector, PARTNER, [withTokenRefresh()]);
    const below = openPart(part.injector, { ...MAIN, tokenKey: 'below' });
    await signIn(below);
    expect([bare.auth.status(), part.auth.status(), below.auth.status()]).toEqual([
      'anonymous',
      'anonymous',
      'authenticated',
    ]);
  });

  it('may be the session of an app, such as a micro-frontend that runs alone', async () => {
    closeTabs();
    const alone = await openTab(PARTNER, { features: [withTokenRefresh(), withOwnSession()] });
    await signIn(alone);
    expect(await sentTo(echoOf(partner), alone.http)).toBe(`Bearer ${alone.auth.token()}`);
    await firstValueFrom(alone.auth.refresh());
    expect(alone.auth.isAuthenticated()).toBeTrue();
  });
});
