import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Route, Router, Routes } from '@angular/router';
import { ANSWERING_HTTP } from '../../test-support/answering-http';
import { setUpFakeHttp } from '../../test-support/set-up';
import { visit } from '../../test-support/visit';
import { ensureAuthenticated } from './ensure-authenticated';
import { LoginRedirect, loginRedirect } from './login-redirect';
import { ReturnUrl } from './return-url';

@Component({ template: '' })
class Page {}

const page = (path: string, more: Partial<Route> = {}): Route => ({
  path,
  component: Page,
  ...more,
});

const routes: Routes = [
  page('login', { canActivate: [loginRedirect] }),
  page('login-by-class', { canActivate: [LoginRedirect] }),
  page('login-by-match', { canMatch: [loginRedirect] }),
  page('home', { canActivate: [ensureAuthenticated] }),
  page('x'),
  page('compose', { outlet: 'popup' }),
  page('item/:id', { children: [page('edit')] }),
  { path: 'old/:id', redirectTo: 'item/:id' },
  { path: 'full', pathMatch: 'full', component: Page },
  { path: 'lazy', loadChildren: () => Promise.resolve([page('inside')]) },
  page('closed', { canMatch: [() => false] }),
  { matcher: ([first]) => (first?.path === 'tag' ? { consumed: [first] } : null), component: Page },
  {
    path: '',
    component: Page,
    children: [page('within'), page('note', { outlet: 'side' })],
  },
];

async function returnTo(returnUrl: string, from = '/login', homeUrl = '/home?tab=1#top') {
  setUpFakeHttp({ homeUrl }, ANSWERING_HTTP, provideRouter(routes)).setToken('opaque');
  return visit(`${from}?returnUrl=${encodeURIComponent(returnUrl)}`);
}

describe('a return URL', () => {
  const unmatched = [
    '/nowhere',
    '/nowhere?a=b#c',
    '/x/below',
    '/x(foo:bar)',
    '/(foo:bar)',
    '/x(popup:nowhere)',
    '/x(side:nowhere)',
    '/item',
    '/item/1/nowhere',
    '/full/below',
    '/old/1/nowhere',
    '/lazy/nowhere',
    '/closed',
    '/within/nowhere',
    '/a(b',
  ];
  for (const url of unmatched) {
    it(`that no route matches leads to homeUrl: ${url}`, async () => {
      const { error, ...ended } = await returnTo(url);
      expect(error).toBeNull();
      expect(ended).toEqual({ url: '/home?tab=1#top', navigations: 2 });
    });
  }

  const matched = [
    '/',
    '/x',
    '/x?a=b#c',
    '/x;a=1',
    '/x(popup:compose)',
    '/(popup:compose)',
    '/within(side:note)',
    '/(side:note)',
    '/item/1/edit',
    '/full',
    '/lazy/inside',
    '/tag',
    '/within',
  ];
  for (const url of matched) {
    it(`that a route matches is followed: ${url}`, async () => {
      expect(await returnTo(url)).toEqual({ url, navigations: 2, error: null });
    });
  }

  it('that the app redirects is followed', async () => {
    expect((await returnTo('/old/1')).url).toBe('/item/1');
  });

  for (const from of ['/login-by-class', '/login-by-match']) {
    it(`that no route matches leads from ${from} to homeUrl`, async () => {
      const { url, error } = await returnTo('/lazy/nowhere', from, '/x');
      expect([url, error]).toEqual(['/x', null]);
    });
  }

  it('leaves the routes of the app as they are', async () => {
    setUpFakeHttp({ homeUrl: '/home' }, ANSWERING_HTTP, provideRouter(routes)).setToken('opaque');
    const router = TestBed.inject(Router);
    const before = [...router.config];
    for (const url of ['/nowhere', '/x', '/item/1']) await visit(`/login?returnUrl=${url}`);
    expect(router.config.length).toBe(before.length);
    expect(router.config.every((route, index) => route === before[index])).toBeTrue();
  });

  it('changes nothing for other navigations', async () => {
    setUpFakeHttp({ homeUrl: '/home' }, ANSWERING_HTTP, provideRouter(routes)).setToken('opaque');
    TestBed.inject(ReturnUrl).targetTree('/login?returnUrl=/nowhere');
    expect(String((await visit('/elsewhere')).error)).toContain('NG04002');
    expect((await visit('/x')).url).toBe('/x');
    expect(String((await visit('/nowhere')).error)).toContain('NG04002');
  });

  it('that no route matches ends in an error if homeUrl is not routed either', async () => {
    spyOn(console, 'warn');
    const { error, navigations } = await returnTo('/nowhere', '/login', '/no-home');
    expect(String(error)).toContain('NG04002');
    expect(navigations).toBe(2);
    expect(console.warn).toHaveBeenCalledOnceWith(jasmine.stringContaining('"homeUrl"'));
  });
});
