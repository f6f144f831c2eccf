import { callsTo, nextCall, openAnonymous, openCookieTab } from '../../../test-support/cookie-tab';
import { closeTabs } from '../../../test-support/open-tab';

const QUIET = { error: () => undefined };

describe('a sign-out during a login', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    spyOn(console, 'warn');
  });
  afterEach(() => closeTabs());

  it('cancels a login under way, calls the backend after it and outlasts a reload', async () => {
    const tab = await openAnonymous();
    tab.auth.login({}).subscribe(QUIET);
    const login = await nextCall(tab, '/login');
    tab.auth.logout().subscribe();
    expect(login.cancelled).toBeTrue();
    await nextCall(tab, '/logout');
    tab.app.destroy();
    const next = await openCookieTab();
    expect(next.auth.status()).toBe('anonymous');
    expect(callsTo(next, '/status')).toEqual([]);
  });
});
