import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NavigationEnd, provideRouter, Router, Routes, UrlTree } from '@angular/router';
import { AuthService } from '../session/auth-service';
import { ANSWERING_HTTP } from '../../test-support/answering-http';
import { setUpFakeHttp } from '../../test-support/set-up';
import { until } from '../../test-support/until';
import { follow, visit } from '../../test-support/visit';
import { ensureAuthenticated } from './ensure-authenticated';

@Component({ template: '' })
class Page {}

const mayLeave = jasmine.createSpy<() => boolean | UrlTree>('canDeactivate');
const routes: Routes = [
  { path: 'login', component: Page },
  { path: 'open', component: Page },
  {
    path: 'form',
    component: Page,
    canActivate: [ensureAuthenticated],
    canDeactivate: [() => mayLeave()],
    runGuardsAndResolvers: 'always',
  },
];

/** What dev mode explains about the page that stays. */
const explained = () =>
  (console.info as jasmine.Spy).calls
    .allArgs()
    .map(([message]) => String(message))
    .filter((message) => message.includes('canDeactivate'));

let auth: AuthService;
let router: Router;

/** Opens the form as a signed-in user, who must not leave it. */
async function openForm(): Promise<void> {
  auth = setUpFakeHttp({}, ANSWERING_HTTP, provideRouter(routes));
  router = TestBed.inject(Router);
  auth.setToken('opaque');
  await visit('/form');
  mayLeave.and.returnValue(false);
}

/** Another tab clears the session. */
function signOutElsewhere(): void {
  localStorage.removeItem('token');
  window.dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
}

/** Signs out elsewhere, until the page was asked whether it may be left. */
async function refuseToLeave(): Promise<void> {
  mayLeave.calls.reset();
  signOutElsewhere();
  await until(() => mayLeave.calls.any() && router.currentNavigation() === null);
  expect(auth.isAuthenticated()).toBeFalse();
}

function silenceConsole(): void {
  spyOn(console, 'info');
  mayLeave.and.returnValue(true);
}

describe('a guarded page that the app does not let go', () => {
  beforeEach(silenceConsole);

  it('stays, is asked once, and dev mode explains it once', async () => {
    await openForm();
    await refuseToLeave();
    await until(() => explained().length > 0);
    expect(router.url).toBe('/form');
    expect(mayLeave).toHaveBeenCalledTimes(1);
    auth.setToken('opaque');
    await refuseToLeave();
    expect(explained()).toEqual([jasmine.stringContaining('/form')]);
  });

  it('is left by the next navigation', async () => {
    await openForm();
    await refuseToLeave();
    mayLeave.and.returnValue(true);
    expect((await visit('/open')).url).toBe('/open');
  });

  it('is left after the next navigation within it', async () => {
    await openForm();
    await refuseToLeave();
    mayLeave.and.returnValue(true);
    await visit('/form?tab=2');
    await until(() => router.url !== '/form');
    expect(router.url).toMatch(/^\/login\?returnUrl=%2Fform/);
  });

  it('is left at a later event of the session', async () => {
    await openForm();
    await refuseToLeave();
    auth.setToken('opaque');
    mayLeave.and.returnValue(true);
    signOutElsewhere();
    await until(() => router.url === '/login?returnUrl=%2Fform');
  });
});

describe('a guarded page that leads back to itself', () => {
  beforeEach(silenceConsole);

  it('stays, and the library does not insist', async () => {
    let times = 0;
    const shell: Routes = [
      { path: 'login', component: Page },
      {
        path: 'form',
        component: Page,
        // Guards let pass what they have let pass before; only leaving is asked about.
        canActivate: [ensureAuthenticated],
        canDeactivate: [() => TestBed.inject(Router).parseUrl(`/form?times=${++times}`)],
      },
    ];
    auth = setUpFakeHttp({}, ANSWERING_HTTP, provideRouter(shell));
    router = TestBed.inject(Router);
    auth.setToken('opaque');
    await visit('/form');
    const { navigations } = await follow(async () => {
      signOutElsewhere();
      await new Promise<void>((resolve) =>
        router.events.subscribe((event) => event instanceof NavigationEnd && resolve()),
      );
      await until(() => router.currentNavigation() === null);
    });
    expect(navigations).toBeLessThanOrEqual(3);
    expect(router.url).toBe('/form?times=1');
  });

  it('explains nothing when the page is left', async () => {
    await openForm();
    mayLeave.and.returnValue(true);
    signOutElsewhere();
    await until(() => router.url === '/login?returnUrl=%2Fform');
    expect(explained()).toEqual([]);
  });
});
