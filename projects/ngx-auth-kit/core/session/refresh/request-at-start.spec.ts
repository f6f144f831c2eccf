import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { get, nextAppRequests, refreshCall, setUpRefresh } from '../../../test-support/refresh-app';
import { appRequests, grant, refreshBackend, REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';

const refresh = { path: '/refresh', withCredentials: true };
const backend = { ...refreshBackend, endpoints: { ...refreshBackend.endpoints, refresh } };

async function answerStatus(): Promise<void> {
  const http = TestBed.inject(HttpTestingController);
  (await until(() => http.match(`${BASE_URL}/status`)[0])).flush({ data: {} });
}

describe('a request while a cookie buys the token at start', () => {
  it('waits, and is sent with the token', async () => {
    setUpRefresh({ storage: 'memory', backend });
    const answer = get();
    const call = await refreshCall();
    expect(appRequests()).toEqual([]);
    const granted = grant(3_600, null);
    call.flush(granted);
    await answerStatus();
    const [request, ...more] = await nextAppRequests();
    expect(more).toEqual([]);
    expect(request!.request.headers.get('Authorization')).toBe(`Bearer ${granted.auth_token}`);
    request!.flush('ok');
    expect(await answer).toBe('ok');
  });

  it('is sent without a token once the backend says that nobody is signed in', async () => {
    setUpRefresh({ storage: 'memory', backend });
    const answer = get();
    const call = await refreshCall();
    expect(appRequests()).toEqual([]);
    call.flush(null, REFUSED);
    const [request] = await nextAppRequests();
    expect(request!.request.headers.has('Authorization')).toBeFalse();
    request!.flush('public');
    expect(await answer).toBe('public');
  });
});
