import { HttpResponse } from '@angular/common/http';
import { AuthBackend } from '../../backends/auth-backend';
import { flaskJwtAuth } from '../../backends/flask-jwt-auth';
import { nextCall } from '../../../test-support/cookie-tab';
import { jwt } from '../../../test-support/jwt';
import { closeTabs, openTab, Tab } from '../../../test-support/open-tab';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';

const START = new Date(2026, 0, 1).getTime();
const HOUR = 3_600_000;
const LIFETIME = 600_000;

/** Nobody can be asked, so the session ends when its token expires. */
const states: AuthBackend = { ...flaskJwtAuth, endpoints: { login: { path: '/login' } } };

/** States when the token expires by its own clock, beside a token that does not say it. */
const statesDate: AuthBackend = {
  ...states,
  readTokens: (response: HttpResponse<unknown>) => {
    const body = response.body as { auth_token: string; expires: string };
    return { accessToken: body.auth_token, expiresAt: new Date(body.expires) };
  },
};

const backends = { 'a lifetime': states, 'a date of the server': statesDate };
const clocks = { 'an hour behind': HOUR, 'an hour ahead': -HOUR, right: 0 };

for (const [kind, backend] of Object.entries(backends)) {
  for (const [what, offset] of Object.entries(clocks)) {
    describe(`a token with iat and ${kind}, where the client's clock is ${what},`, () => {
      const expiry = START + offset + LIFETIME;
      const open = () => openTab({ baseUrl: BASE_URL, backend }, { fakeHttp: true });
      const expiriesOf = (...tabs: Tab[]) =>
        tabs.map(({ auth }) => auth.expiresAt()?.getTime() ?? null);

      async function signIn(tab: Tab): Promise<void> {
        const failed = jasmine.createSpy('failed');
        tab.auth.login({}).subscribe({ error: failed });
        const issuedAt = (START + offset) / 1_000;
        (await nextCall(tab, '/login')).flush({
          status: 'success',
          auth_token: jwt({ sub: 'ada', iat: issuedAt }),
          expires_in: LIFETIME / 1_000,
          expires: new Date(expiry).toISOString(),
        });
        expect(failed).not.toHaveBeenCalled();
        expect(tab.auth.isAuthenticated()).toBeTrue();
      }

      beforeEach(() => {
        localStorage.clear();
        jasmine.clock().install().mockDate(new Date(START));
      });
      afterEach(() => {
        closeTabs();
        jasmine.clock().uninstall();
      });

      it('signs in for as long as it lasts', async () => {
        const tab = await open();
        await signIn(tab);
        expect(expiriesOf(tab)).toEqual([expiry]);
        jasmine.clock().tick(LIFETIME - 1);
        expect(tab.auth.isAuthenticated()).toBeTrue();
        jasmine.clock().tick(1);
        expect(tab.auth.isAuthenticated()).toBeFalse();
      });

      it('is known as well after a reload', async () => {
        const first = await open();
        await signIn(first);
        jasmine.clock().tick(LIFETIME / 2);
        first.app.destroy();
        const next = await open();
        expect(expiriesOf(next)).toEqual([expiry]);
        jasmine.clock().tick(LIFETIME / 2 - 1);
        expect(next.auth.isAuthenticated()).toBeTrue();
        jasmine.clock().tick(1);
        expect(next.auth.isAuthenticated()).toBeFalse();
      });

      it('is known as well in another tab', async () => {
        const other = await open();
        const tab = await open();
        await signIn(tab);
        await until(() => other.auth.isAuthenticated());
        expect(expiriesOf(tab, other)).toEqual([expiry, expiry]);
        jasmine.clock().tick(LIFETIME - 1);
        expect(other.auth.isAuthenticated()).toBeTrue();
        jasmine.clock().tick(1);
        expect(other.auth.isAuthenticated()).toBeFalse();
      });
    });
  }
}

describe('a session whose device sleeps', () => {
  beforeEach(() => {
    localStorage.clear();
    jasmine.clock().install().mockDate(new Date(START));
  });
  afterEach(() => {
    closeTabs();
    jasmine.clock().uninstall();
  });

  it('ends by the clock that the token goes by, when the timer is ahead of it', async () => {
    const tab = await openTab({ baseUrl: BASE_URL, backend: states }, { fakeHttp: true });
    tab.auth.setToken(jwt({ exp: (START + LIFETIME) / 1_000 }));
    const ahead = performance.now() + LIFETIME / 2;
    spyOn(performance, 'now').and.returnValue(ahead);
    dispatchEvent(new Event('pageshow'));
    jasmine.clock().tick(LIFETIME - 1);
    expect(tab.auth.isAuthenticated()).toBeTrue();
    jasmine.clock().tick(1);
    expect(tab.auth.isAuthenticated()).toBeFalse();
  });
});
