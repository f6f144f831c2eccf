import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { open } from '../../test-support/screen';
import { setUpFakeHttp } from '../../test-support/set-up';
import { MailLinkReader } from './mail-link-reader';

@Component({ template: '{{ link().token }}', providers: [MailLinkReader] })
class Page {
  protected readonly link = inject(MailLinkReader).link;
}

const path = () => TestBed.inject(Location).path(true);
const go = (url: string) => TestBed.inject(Router).navigateByUrl(url);

async function openPage(url: string) {
  await go(url);
  return open(Page);
}

describe('MailLinkReader', () => {
  beforeEach(() => {
    const routes = [
      { path: 'here', children: [] },
      { path: 'there', children: [] },
      { path: 'closed', canActivate: [() => false], children: [] },
      {
        path: 'broken',
        canActivate: [() => Promise.reject(new Error('guard'))],
        children: [],
      },
    ];
    setUpFakeHttp({}, undefined, provideRouter(routes));
  });

  for (const [outcome, url] of [
    ['is refused', '/closed'],
    ['fails', '/broken'],
    ['is skipped', '/here?token=t'],
  ]) {
    it(`keeps the link off the address bar when a navigation ${outcome}`, async () => {
      const { fixture } = await openPage('/here?token=t&tab=2');
      await go('/here?token=t');
      await fixture.whenStable();
      expect(path()).toBe('/here');
      await go(url!).catch(() => undefined);
      await fixture.whenStable();
      expect(path()).toBe('/here');
    });
  }

  it('leaves the parameters of another page alone, also while the app keeps this one', async () => {
    const { fixture, host } = await openPage('/here?token=mine');
    await go('/there?token=its');
    await fixture.whenStable();
    expect(path()).toBe('/there?token=its');
    expect(host.textContent).toBe('mine');
  });
});
