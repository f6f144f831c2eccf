import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { statusOf } from '../../../test-support/cookie-tab';
import { eventsOf } from '../../../test-support/mock-app';
import { API, refreshCall, refuse, setUpRefresh } from '../../../test-support/refresh-app';
import {
  accessToken,
  appRequests,
  one,
  refreshBackend,
} from '../../../test-support/refresh-backend';
import { delivered } from '../../../test-support/delivered';

const refresh = { path: '/refresh', withCredentials: true };
const backend = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };

function grantTo(sub: string) {
  return { auth_token: accessToken(3_600, { sub }), data: { email: `${sub}@example.com` } };
}

describe('a refresh that grants the token of another user', () => {
  it('ends the session, and nothing is sent with that token', async () => {
    const auth = setUpRefresh({ storage: 'memory', backend });
    (await refreshCall()).flush({}, { status: 401, statusText: 'No' });
    await delivered();
    auth.login({}).subscribe();
    one('/login').flush(grantTo('ada'));
    const events = eventsOf(auth);
    const answer = firstValueFrom(TestBed.inject(HttpClient).post(API, 'of ada')).catch(
      (error: unknown) => error,
    );
    refuse();
    (await refreshCall()).flush(grantTo('bob'));
    await delivered();
    expect(appRequests().map(({ request }) => request.body)).toEqual([]);
    expect(statusOf(await answer)).toBe(401);
    expect([auth.status(), auth.token(), auth.user()]).toEqual(['anonymous', null, null]);
    expect(events).toEqual(['refused']);
    TestBed.inject(HttpTestingController).verify();
  });
});
