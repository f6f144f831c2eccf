import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideAuth } from '../../config/provide-auth';
import { AuthFeature } from '../../config/auth-feature';
import { get, nextAppRequests, refreshCall, refuse } from '../../../test-support/refresh-app';
import {
  accessToken,
  grant,
  refreshBackend,
  REFUSED,
  store,
} from '../../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthService } from '../auth-service';
import { withTokenRefresh } from '../refresh/with-token-refresh';

function start(...features: AuthFeature[]): AuthService {
  return startFakeHttp(provideAuth({ baseUrl: BASE_URL, backend: refreshBackend }, ...features));
}

/** Another tab signs somebody in; the news of it is still on the way. */
function signInElsewhere(): string {
  const token = accessToken(3_600, { sub: 'elsewhere' });
  store({ accessToken: token, refreshToken: 'of-the-other' }, 'session-2');
  return token;
}

describe('a tab that has not heard of a sign-in elsewhere', () => {
  beforeEach(() => {
    localStorage.clear();
    store({ accessToken: accessToken(), refreshToken: 'mine' }, 'session-1');
  });

  it('goes on with that session when its own is refused', async () => {
    const auth = start();
    const answer = get();
    const other = signInElsewhere();
    refuse();
    await answer;
    expect(localStorage.getItem('token')).toBe(other);
    expect(auth.token()).toBe(other);
  });

  it('goes on with that session when its own cannot be renewed', async () => {
    const auth = start(withTokenRefresh());
    const answer = get();
    const other = signInElsewhere();
    refuse();
    expect(((await answer) as { status: number }).status).toBe(401);
    expect(localStorage.getItem('token')).toBe(other);
    await until(() => auth.token() === other);
  });

  it('goes on with that session when its own has expired in the back-forward cache', () => {
    const auth = start();
    const other = signInElsewhere();
    const later = Date.now() + 3_700_000;
    spyOn(Date, 'now').and.returnValue(later);
    store({ accessToken: accessToken(7_200), refreshToken: 'of-the-other' }, 'session-2');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(localStorage.getItem('token')).not.toBeNull();
    expect(auth.isAuthenticated()).toBeTrue();
    expect(other).not.toBe(auth.token()!);
  });
});

describe('a request that waits for a renewal', () => {
  it('is never sent with the token of whoever signs in meanwhile', async () => {
    localStorage.clear();
    const auth = start(withTokenRefresh());
    auth.login({}).subscribe();
    TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`).flush(grant(60));
    const later = Date.now() + 61_000;
    spyOn(Date, 'now').and.returnValue(later);
    const answer = firstValueFrom(TestBed.inject(HttpClient).get('https://api.example.com/data'));
    const call = await refreshCall();
    auth.setToken('of-the-second');
    call.flush(grant());
    const [request] = await nextAppRequests();
    expect(request!.request.headers.has('Authorization')).toBeFalse();
    request!.flush(null, REFUSED);
    await expectAsync(answer).toBeRejected();
    expect(auth.token()).toBe('of-the-second');
  });
});
