import { DOCUMENT } from '@angular/common';
import {
  HttpBackend,
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withNoXsrfProtection,
} from '@angular/common/http';
import {
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  PLATFORM_ID,
  provideEnvironmentInitializer,
  provideZonelessChangeDetection,
  ɵINJECTOR_SCOPE as INJECTOR_SCOPE,
} from '@angular/core';
import { TIME } from '../../../core/config/time';
import {
  authInterceptor,
  AuthService,
  provideAuth,
  withIdleTimeout,
  withStatusCheck,
  withTokenRefresh,
  ɵBROWSER_WINDOW as BROWSER_WINDOW,
} from '../../../core/public-api';
import { Belief } from '../record/story-record';
import { Owner } from '../schedule/scheduler';
import { backendPreset } from '../server/backend-preset';
import { UserName } from '../server/credentials';
import { SimulationConfig } from '../simulation-config';
import { Browser } from './browser';
import { PageWindow } from './page-window';
import { Tab } from './tab';

/** What the app is told about its user, here and in the token. */
interface Named {
  readonly sub?: UserName;
  readonly sid?: string;
}

/** One page load: the app with the library, in a window of its own. */
export class Page implements Owner {
  readonly name: string;
  readonly window: PageWindow;
  readonly auth: AuthService<Named & Readonly<Record<string, unknown>>>;
  readonly http: HttpClient;
  readonly #injector: EnvironmentInjector;
  isAlive = true;
  /** In the back-forward cache. */
  isFrozen = false;
  frozenAt = 0;
  /** On a device that sleeps. */
  isAsleep = false;

  constructor(
    browser: Browser,
    readonly tab: Tab,
    config: SimulationConfig,
  ) {
    const { idleAfter, idleWarn } = config;
    this.name = tab.nextPageName();
    this.window = new PageWindow({
      localStorage: browser.localStorage.of(this),
      sessionStorage: tab.sessionStorage.of(this),
      locks: config.locks ? browser.locks.managerOf(this) : null,
      indexedDB: browser.databases.factoryOf(this),
      BroadcastChannel: browser.channels.channelOf(this),
    });
    this.#injector = createEnvironmentInjector(
      [
        { provide: INJECTOR_SCOPE, useValue: 'root' },
        { provide: PLATFORM_ID, useValue: 'browser' },
        { provide: DOCUMENT, useValue: this.window.document },
        { provide: BROWSER_WINDOW, useValue: this.window.window },
        { provide: TIME, useValue: browser.clock.timeOf(this, this.name) },
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([authInterceptor]), withNoXsrfProtection()),
        { provide: HttpBackend, useValue: browser.network.httpBackendOf(this) },
        provideEnvironmentInitializer(() =>
          browser.watcher.opened(this, inject(AuthService).events),
        ),
        provideAuth(
          { baseUrl: '/api', backend: backendPreset(config), storage: config.storage },
          ...(config.refresh ? [withTokenRefresh()] : []),
          ...(idleAfter === null ? [] : [withIdleTimeout({ after: idleAfter, warn: idleWarn })]),
          ...(config.statusCheck ? [withStatusCheck()] : []),
        ),
      ],
      // A page is an application of its own: nothing lies above it.
      null as unknown as EnvironmentInjector,
    );
    this.auth = this.#injector.get(AuthService<Named & Readonly<Record<string, unknown>>>);
    this.http = this.#injector.get(HttpClient);
  }

  get isAwake(): boolean {
    return this.isAlive && !this.isFrozen && !this.isAsleep;
  }

  /** Whose session the page says that it is in. */
  belief(): Belief {
    const status = this.auth.status();
    if (status === 'anonymous') return { status, sessionId: null, user: null };
    const { sid, sub } = (this.auth.claims() as Named | null) ?? this.auth.user() ?? {};
    return { status, sessionId: sid ?? null, user: sub ?? null };
  }

  /** The page is gone at once: its clean-up runs, but reaches nothing any more. */
  close(): void {
    this.isAlive = false;
    this.#injector.destroy();
  }
}
