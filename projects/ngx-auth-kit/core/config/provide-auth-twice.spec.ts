import {
  createEnvironmentInjector,
  EnvironmentInjector,
  EnvironmentProviders,
  makeEnvironmentProviders,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { AuthService } from '../session/auth-service';
import { withOwnSession } from '../session/own-session/with-own-session';
import { closeTabs, openTab } from '../../test-support/open-tab';
import { startFakeHttp } from '../../test-support/set-up';
import { AuthConfig } from './auth-config';
import { provideAuth } from './provide-auth';

const FIRST: AuthConfig = { baseUrl: 'https://api.example.com/first' };
const SECOND: AuthConfig = { baseUrl: 'https://api.example.com/second' };

function setUpOfTheApp(): EnvironmentProviders {
  return provideAuth(FIRST);
}

function setUpOfAFeature(): EnvironmentProviders {
  return provideAuth(SECOND);
}

describe('provideAuth', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => closeTabs());

  it('given twice in one injector is an error that says where', () => {
    const open = (): AuthService =>
      startFakeHttp(makeEnvironmentProviders([setUpOfTheApp(), setUpOfAFeature()]));
    for (const part of ['twice', '/first', '/second', 'setUpOfTheApp', 'setUpOfAFeature']) {
      expect(open).toThrowError(new RegExp(part));
    }
  });

  /** As the router does with the providers of a route. */
  function below(providers: EnvironmentProviders): EnvironmentInjector {
    const app = TestBed.inject(EnvironmentInjector);
    return createEnvironmentInjector([provideHttpClient(), providers], app);
  }

  const apps: Record<string, EnvironmentProviders> = {
    'beside that of the app': setUpOfTheApp(),
    'and nowhere else': makeEnvironmentProviders([]),
  };
  for (const [where, app] of Object.entries(apps)) {
    it(`given in a route, ${where}, is an error that says where and how`, () => {
      TestBed.configureTestingModule({ providers: [provideHttpClient(), app] });
      for (const part of [
        'of a route',
        '/second',
        'setUpOfAFeature',
        'withOwnSession',
        'tokenKey',
      ]) {
        expect(() => below(setUpOfAFeature())).toThrowError(new RegExp(part));
      }
    });
  }

  it('given in a route by a function is the same error', () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), setUpOfTheApp()] });
    expect(() => below(provideAuth(() => SECOND))).toThrowError(/withOwnSession/);
  });

  describe('for two sessions in one app', () => {
    beforeEach(() => startFakeHttp(setUpOfTheApp()));
    const own = (config: Partial<AuthConfig>) =>
      provideAuth({ ...FIRST, ...config }, withOwnSession());

    it('is an error if their tokenKey is the same', () => {
      for (const part of ['tokenKey', '"token"', '/first', 'setUpOfTheApp']) {
        expect(() => below(own({}))).toThrowError(new RegExp(part));
      }
      expect(() => below(provideAuth(() => SECOND, withOwnSession()))).toThrowError(/tokenKey/);
    });

    it('is fine if their tokenKey differs, until another has the same', () => {
      const one = below(own({ tokenKey: 'part' }));
      expect(() => below(own({ tokenKey: 'part' }))).toThrowError(/"part"/);
      one.destroy();
      expect(() => below(own({ tokenKey: 'part' }))).not.toThrow();
    });

    it('is fine if one route is loaded again', () => {
      const route = own({ tokenKey: 'part' });
      below(route);
      expect(() => below(route)).not.toThrow();
    });
  });

  it('for two apps in one page is an error if only their tokenKey is the same', async () => {
    await openTab(FIRST, { fakeHttp: true });
    await expectAsync(openTab(FIRST, { fakeHttp: true })).toBeResolved();
    await expectAsync(openTab(SECOND, { fakeHttp: true })).toBeRejectedWithError(/tokenKey/);
    const other = openTab({ ...SECOND, tokenKey: 'second' }, { fakeHttp: true });
    await expectAsync(other).toBeResolved();
  });
});
