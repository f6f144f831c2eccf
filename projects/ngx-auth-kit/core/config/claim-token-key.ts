import { DestroyRef, EnvironmentInjector, inject, InjectionToken } from '@angular/core';
import { configError } from '../errors/config-error';
import { APP_INJECTOR } from './app-injector';
import { AUTH_CONFIG } from './resolved-config';

/** A session that lives in this page. */
interface PageSession {
  readonly tokenKey: string;
  readonly baseUrl: string;
  readonly app: EnvironmentInjector;
  readonly where: Error;
}

/** In development: the sessions of all apps of this page. */
const PAGE_SESSIONS = new InjectionToken<Set<PageSession>>('ngx-auth-kit page sessions', {
  providedIn: 'platform',
  factory: () => new Set(),
});

/**
 * Refuses a second session under one storage key: one would take the other's token for its own. Two
 * apps may share a session, as tabs do, if they are set up alike. So may two injectors that one
 * `provideAuth` is given to, such as those of a route that was loaded again.
 * @param where The place of this `provideAuth`.
 */
export function claimTokenKey(where: Error): void {
  // The simulation has no platform.
  const sessions = inject(PAGE_SESSIONS, { optional: true });
  if (!sessions) return;
  const { tokenKey, baseUrl } = inject(AUTH_CONFIG);
  const mine: PageSession = { tokenKey, baseUrl, app: inject(APP_INJECTOR), where };
  const other = [...sessions].find((session) => isRival(session, mine));
  if (other) {
    throw configError(
      'tokenKey',
      tokenKey,
      'Another session of this page uses the same key. Give one of them another key:\n' +
        `${other.where.stack}\n${where.stack}`,
    );
  }
  sessions.add(mine);
  inject(DestroyRef).onDestroy(() => sessions.delete(mine));
}

function isRival(one: PageSession, other: PageSession): boolean {
  if (one.tokenKey !== other.tokenKey || one.where === other.where) return false;
  return one.app === other.app || one.baseUrl !== other.baseUrl;
}
