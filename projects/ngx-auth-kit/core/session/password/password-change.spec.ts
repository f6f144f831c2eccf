import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { provideAuth } from '../../config/provide-auth';
import { AuthError } from '../../errors/auth-error';
import { accountBackend } from '../../../test-support/account-backend';
import { eventsOf } from '../../../test-support/mock-app';
import { refreshCall, setUpRefresh } from '../../../test-support/refresh-app';
import { answerLogin, grant, REFUSED } from '../../../test-support/refresh-backend';
import { BASE_URL, startFakeHttp } from '../../../test-support/set-up';
import { until } from '../../../test-support/until';
import { AuthService } from '../auth-service';
import { SessionStore } from '../state/session-store';

const withoutStatus = { ...accountBackend.endpoints, status: undefined };
const refreshing: AuthBackend = {
  ...accountBackend,
  endpoints: { ...accountBackend.endpoints, refresh: { path: '/refresh' } },
};
const nobodyToAsk: AuthBackend = {
  ...accountBackend,
  endpoints: { ...withoutStatus, refresh: { path: '/refresh' } },
};
/** Says by a code of its own that the token is refused, and not by a 401. */
const clear: Partial<AuthBackend> = { refusesToken: ({ error }) => error === 'bad token' };

function signedIn(auth: AuthService, body = grant()): string {
  auth.login({}).subscribe();
  answerLogin(body);
  return body.auth_token;
}

function change(auth: AuthService): Promise<unknown> {
  return firstValueFrom(auth.changePassword({})).catch((error: unknown) => error);
}

/** The call to this path, once it is made. */
function nextCall(path: string) {
  return until(() => TestBed.inject(HttpTestingController).match(BASE_URL + path)[0]);
}

/** The call with this token, once it is made. */
async function changeCall(token: string) {
  const call = await nextCall('/change-password');
  expect(call.request.headers.get('Authorization')).toBe(`Bearer ${token}`);
  return call;
}

const codeOf = (outcome: unknown) => (outcome as AuthError).code;

describe('changePassword and the tokens', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('renews an expired token first', async () => {
    const auth = setUpRefresh({ backend: refreshing });
    signedIn(auth, grant(1));
    await until(() => TestBed.inject(SessionStore).hasExpired());
    const outcome = change(auth);
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    (await changeCall(renewed.auth_token)).flush({});
    expect(await outcome).toBeUndefined();
  });

  it('renews a token that turns out to be refused, once', async () => {
    const auth = setUpRefresh({ backend: refreshing });
    const token = signedIn(auth);
    const outcome = change(auth);
    (await changeCall(token)).flush(null, REFUSED);
    (await nextCall('/status')).flush(null, REFUSED);
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    (await nextCall('/status')).flush({ data: { id: 1 } });
    (await changeCall(renewed.auth_token)).flush(null, REFUSED);
    expect(codeOf(await outcome)).toBe('invalid_credentials');
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('renews by itself where there is no status to ask', async () => {
    const auth = setUpRefresh({ backend: { ...nobodyToAsk, ...clear } });
    const token = signedIn(auth);
    const outcome = change(auth);
    (await changeCall(token)).flush('bad token', { status: 400, statusText: 'Bad Request' });
    const renewed = grant();
    (await refreshCall()).flush(renewed);
    (await changeCall(renewed.auth_token)).flush({});
    expect(await outcome).toBeUndefined();
  });

  it('ends the session that cannot be renewed', async () => {
    const auth = setUpRefresh({ backend: nobodyToAsk });
    const events = eventsOf(auth);
    const token = signedIn(auth);
    const outcome = change(auth);
    (await changeCall(token)).flush(null, REFUSED);
    (await refreshCall()).flush(null, REFUSED);
    expect(codeOf(await outcome)).toBe('session_expired');
    expect(events).toEqual(['login', 'refused']);
  });

  const clearOnly = { ...accountBackend, endpoints: withoutStatus, ...clear };
  const plainOnly = { ...accountBackend, endpoints: withoutStatus };
  for (const [what, backend, ends] of [
    ['where the backend is clear about the token', clearOnly, true],
    ['where a 401 may be about the password', plainOnly, false],
  ] as const) {
    it(`${ends ? 'ends' : 'keeps'} the session ${what} and nobody can be asked`, async () => {
      const auth = startFakeHttp(provideAuth({ baseUrl: BASE_URL, backend }));
      const token = signedIn(auth);
      const outcome = change(auth);
      (await changeCall(token)).flush('bad token', REFUSED);
      expect(codeOf(await outcome)).toBe(ends ? 'session_expired' : 'invalid_credentials');
      expect(auth.isAuthenticated()).toBe(!ends);
    });
  }

  it('takes a token that the status accepts for good, whatever the backend says', async () => {
    const auth = startFakeHttp(
      provideAuth({ baseUrl: BASE_URL, backend: { ...accountBackend, ...clear } }),
    );
    const token = signedIn(auth);
    const outcome = change(auth);
    (await changeCall(token)).flush('bad token', REFUSED);
    (await nextCall('/status')).flush({ data: { id: 1 } });
    expect(codeOf(await outcome)).toBe('invalid_credentials');
    expect(auth.isAuthenticated()).toBeTrue();
  });

  it('is never sent with the token of whoever signed in meanwhile', async () => {
    const auth = setUpRefresh({ backend: refreshing });
    signedIn(auth, grant(1));
    await until(() => TestBed.inject(SessionStore).hasExpired());
    const outcome = change(auth);
    const call = await refreshCall();
    auth.setToken('opaque');
    call.flush(grant());
    expect(codeOf(await outcome)).toBe('session_expired');
    expect(auth.token()).toBe('opaque');
  });
});
