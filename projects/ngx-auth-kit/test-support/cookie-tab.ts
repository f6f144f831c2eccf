import { HttpErrorResponse } from '@angular/common/http';
import { TestRequest } from '@angular/common/http/testing';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../core/backends/auth-backend';
import { AuthFeature } from '../core/config/auth-feature';
import { delivered } from './delivered';
import { openTab, Tab } from './open-tab';
import { refreshBackend, REFUSED } from './refresh-backend';
import { BASE_URL } from './set-up';
import { until } from './until';

/** A backend whose cookie proves the session. */
export const cookieBackend: AuthBackend = { ...refreshBackend, session: 'cookie' };

/** Opens a tab whose backend the spec plays. It asks at once who is signed in, unless it knows. */
export function openCookieTab(features: AuthFeature[] = [], backend = cookieBackend): Promise<Tab> {
  return openTab({ baseUrl: BASE_URL, backend }, { features, fakeHttp: true });
}

/** The same, where the backend says that Ada is signed in. */
export async function openSignedIn(...from: Parameters<typeof openCookieTab>): Promise<Tab> {
  const tab = await openCookieTab(...from);
  (await nextCall(tab, '/status')).flush({ data: { email: 'ada@example.com' } });
  await until(() => tab.auth.isAuthenticated());
  return tab;
}

/** The same, where the backend says that nobody is signed in. */
export async function openAnonymous(...from: Parameters<typeof openCookieTab>): Promise<Tab> {
  const tab = await openCookieTab(...from);
  while (tab.auth.status() === 'pending') {
    tab.backend!.match(() => true).forEach((call) => call.flush(null, REFUSED));
    await delivered();
  }
  return tab;
}

/** The calls of a tab to an endpoint that have no answer yet and were not cancelled. */
export function callsTo({ backend }: Tab, path: string): TestRequest[] {
  return backend!.match(`${BASE_URL}${path}`).filter(({ cancelled }) => !cancelled);
}

/** The next of them. */
export function nextCall(tab: Tab, path: string): Promise<TestRequest> {
  return until(() => callsTo(tab, path)[0]);
}

/** A request of the app that is no auth call, and what comes of it. */
export function request(tab: Tab): { sent: TestRequest; answer: Promise<unknown> } {
  const url = `${BASE_URL}/things`;
  const answer = firstValueFrom(tab.http.get(url)).catch((error: unknown) => error);
  return { sent: tab.backend!.expectOne(url), answer };
}

/** The status that a request failed with. */
export function statusOf(outcome: unknown): number | null {
  return outcome instanceof HttpErrorResponse ? outcome.status : null;
}
