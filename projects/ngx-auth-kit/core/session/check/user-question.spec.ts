import { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Observable } from 'rxjs';
import { AuthBackend } from '../../backends/auth-backend';
import { flaskSession } from '../../backends/flask-session';
import { AuthError } from '../../errors/auth-error';
import { eventsOf, mock, setUpOnMock } from '../../../test-support/mock-app';
import { ADA } from '../../../test-support/mock-backend';
import { setUpRefresh } from '../../../test-support/refresh-app';
import {
  answerLogin,
  one,
  refreshBackend,
  refreshCalls,
} from '../../../test-support/refresh-backend';
import { setUpFakeHttp } from '../../../test-support/set-up';
import { AuthService } from '../auth-service';

const USER = { email: 'ada@example.com' };
const GRANT = { status: 'success', auth_token: 'first' };
const NAMED = { status: 'success', data: USER };
const REFUSED = { status: 401, statusText: 'Unauthorized' };

/** What a call has come to by now. */
function watch(call: Observable<unknown>) {
  const outcome: { values: unknown[]; code?: string } = { values: [] };
  call.subscribe({
    next: (value) => outcome.values.push(value),
    error: ({ code }: AuthError) => (outcome.code = code),
  });
  return outcome;
}

/** Signs in with an answer that holds nothing but a token; the user is asked for. */
function signIn(auth: AuthService): { login: ReturnType<typeof watch>; question: TestRequest } {
  const login = watch(auth.login({}));
  answerLogin(GRANT);
  return { login, question: one('/status') };
}

describe('a sign-in whose answer names no user', () => {
  let auth: AuthService;

  beforeEach(() => {
    spyOn(console, 'warn');
    auth = setUpRefresh();
  });

  it('asks for the user with the new token, and then emits it', () => {
    const events = eventsOf(auth);
    const { login, question } = signIn(auth);
    expect(auth.isAuthenticated()).toBeTrue();
    expect(login.values).toEqual([]);
    expect(question.request.headers.get('Authorization')).toBe('Bearer first');
    question.flush(NAMED);
    expect(login.values).toEqual([USER]);
    expect(auth.user()).toEqual(USER);
    expect(events).toEqual(['login']);
  });

  it('asks after a registration that signs in', () => {
    const registration = watch(auth.register({}));
    one('/register').flush(GRANT);
    one('/status').flush(NAMED);
    expect(registration.values).toEqual([{ user: USER, authenticated: true }]);
    expect(auth.user()).toEqual(USER);
  });

  for (const status of [0, 401, 403, 404, 500, 503]) {
    it(`stands if the status endpoint answers ${status}, and the console says why nobody is named`, () => {
      const { login, question } = signIn(auth);
      if (status === 0) question.error(new ProgressEvent('error'));
      else question.flush(null, { status, statusText: String(status) });
      expect(login).toEqual({ values: [null] });
      expect(auth.isAuthenticated()).toBeTrue();
      expect(auth.user()).toBeNull();
      expect(refreshCalls()).toEqual([]);
      const said = (console.warn as jasmine.Spy).calls.allArgs().join();
      expect(said).toContain('the status endpoint failed');
      expect(said).not.toContain('first');
    });
  }

  it('waits three seconds for the user, who is known later all the same', () => {
    jasmine.clock().install();
    try {
      const { login, question } = signIn(auth);
      jasmine.clock().tick(2_999);
      expect(login.values).toEqual([]);
      jasmine.clock().tick(1);
      expect(login).toEqual({ values: [null] });
      question.flush(NAMED);
      expect(auth.user()).toEqual(USER);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('asks on when its subscriber leaves with the login page', () => {
    const leaving = auth.login({}).subscribe();
    answerLogin(GRANT);
    leaving.unsubscribe();
    one('/status').flush(NAMED);
    expect(auth.user()).toEqual(USER);
  });

  it('fails when the user signs out meanwhile, and the late answer names nobody', () => {
    const { login, question } = signIn(auth);
    auth.logout().subscribe();
    expect(login).toEqual({ values: [], code: 'session_expired' });
    if (!question.cancelled) question.flush(NAMED);
    expect(auth.status()).toBe('anonymous');
    expect(auth.user()).toBeNull();
  });

  it('fails when somebody else signs in meanwhile, whose user the late answer does not name', () => {
    const { login, question } = signIn(auth);
    const next = watch(auth.login({}));
    answerLogin({ ...GRANT, auth_token: 'second', data: { email: 'bob@example.com' } });
    if (!question.cancelled) question.flush(NAMED);
    expect(login).toEqual({ values: [], code: 'session_expired' });
    expect(next.values).toEqual([{ email: 'bob@example.com' }]);
    expect(auth.user()).toEqual({ email: 'bob@example.com' });
  });

  it('fails when a token is set meanwhile', () => {
    const { login, question } = signIn(auth);
    auth.setToken('set');
    question.flush(null, REFUSED);
    expect(login.code).toBe('session_expired');
    expect(auth.token()).toBe('set');
  });
});

describe('the user after a sign-in', () => {
  it('is not asked for if the backend has no such endpoint, or the answer names one', () => {
    const endpoints = { ...refreshBackend.endpoints, status: undefined };
    const backends: readonly [AuthBackend, object][] = [
      [{ ...refreshBackend, endpoints }, GRANT],
      [refreshBackend, { ...GRANT, data: USER }],
    ];
    for (const [backend, answer] of backends) {
      TestBed.resetTestingModule();
      const login = watch(setUpRefresh({ backend }).login({}));
      answerLogin(answer);
      expect(login.values.length).toBe(1);
      TestBed.inject(HttpTestingController).verify();
    }
  });

  it('is asked for by cookie', () => {
    const backend: AuthBackend = {
      ...flaskSession,
      readUser: ({ body }) => (body as { user?: object }).user ?? null,
    };
    const auth = setUpFakeHttp({ backend });
    one('/status').flush({ status: false });
    const login = watch(auth.login({}));
    answerLogin({ result: true });
    one('/status').flush({ status: true, user: USER });
    expect(login.values).toEqual([USER]);
    expect(auth.user()).toEqual(USER);
  });

  it('is there at once, against the mock backend', async () => {
    localStorage.clear();
    await mock.reset();
    const auth = setUpOnMock();
    const emitted = await new Promise((resolve) => auth.login(ADA).subscribe(resolve));
    expect(auth.user()?.['email']).toBe(ADA.email);
    expect(auth.user()).toBe(emitted as Record<string, unknown>);
  });
});
