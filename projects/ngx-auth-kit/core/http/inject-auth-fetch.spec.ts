import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { EnvironmentInjector, PLATFORM_ID, Provider, runInInjectionContext } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { ADA, MockBackend, MOCK_URL } from '../../test-support/mock-backend';
import { closeTabs, openTab, Tab } from '../../test-support/open-tab';
import { accessToken } from '../../test-support/refresh-backend';
import { until } from '../../test-support/until';
import { AuthBackend } from '../backends/auth-backend';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from '../config/auth-config';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { injectAuthFetch } from './inject-auth-fetch';

const mock = new MockBackend('refresh-token');
const ECHO = `${mock.url}/__mock/echo`;
const PROTECTED = `${mock.url}/auth/protected`;
/** The same server under another origin. */
const FOREIGN = ECHO.replace('localhost', '127.0.0.1');

const backend: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: { ...flaskJwtAuth.endpoints, refresh: { path: '/refresh' } },
};

const urlOf = (input: RequestInfo | URL) => (input as Request).url;

interface Echo {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

describe('injectAuthFetch', () => {
  let tab: Tab;
  let authFetch: typeof fetch;

  async function open(config: Partial<AuthConfig> = {}, providers: Provider[] = []): Promise<void> {
    tab = await openTab(
      { baseUrl: `${mock.url}/auth`, backend, ...config },
      { features: [withTokenRefresh()], providers },
    );
    authFetch = runInInjectionContext(tab.app.injector, injectAuthFetch);
  }
  async function openSignedIn(config: Partial<AuthConfig> = {}): Promise<void> {
    await open(config);
    await firstValueFrom(tab.auth.login(ADA));
  }
  const headersAt = async (...request: Parameters<typeof fetch>) => {
    const { headers } = (await (await authFetch(...request)).json()) as Echo;
    return headers;
  };
  const callsTo = async (path: string) =>
    (await mock.requests()).filter((request) => request.path.endsWith(path)).length;
  const revoke = () => fetch(`${mock.url}/__mock/rotate-keys`, { method: 'POST' });

  beforeEach(async () => {
    localStorage.clear();
    spyOn(console, 'warn');
    spyOn(console, 'info');
    await mock.reset();
  });
  afterEach(() => closeTabs());

  it('adds the token, and keeps method, headers and body', async () => {
    await openSignedIn();
    const response = await authFetch(ECHO, {
      method: 'PUT',
      headers: { 'X-Tenant': 'acme' },
      body: new URLSearchParams({ a: 'b' }),
    });
    const { headers, body } = (await response.json()) as Echo;
    expect(headers['authorization']).toBe(`Bearer ${tab.auth.token()}`);
    expect(headers['x-tenant']).toBe('acme');
    expect(headers['content-type']).toContain('application/x-www-form-urlencoded');
    expect(body).toBe('a=b');
  });

  it('takes a Request, and a URL', async () => {
    await openSignedIn();
    const bearer = `Bearer ${tab.auth.token()}`;
    expect((await headersAt(new Request(ECHO)))['authorization']).toBe(bearer);
    expect((await headersAt(new URL(ECHO)))['authorization']).toBe(bearer);
  });

  it('uses the header of the configuration', async () => {
    await openSignedIn({ headerName: 'X-Token', headerPrefix: '' });
    expect((await headersAt(ECHO))['x-token']).toBe(tab.auth.token()!);
  });

  it('sends no token to other origins, nor in place of a header of the app', async () => {
    await openSignedIn();
    expect((await headersAt(FOREIGN))['authorization']).toBeUndefined();
    const own = await headersAt(ECHO, { headers: { Authorization: 'Basic YTpi' } });
    expect(own['authorization']).toBe('Basic YTpi');
  });

  it('sends no token for an anonymous visitor, whose 401 is the answer', async () => {
    await open();
    expect((await headersAt(ECHO))['authorization']).toBeUndefined();
    expect((await authFetch(PROTECTED)).status).toBe(401);
  });

  it('sends no token on a server, where the session is the visitor’s', async () => {
    await openSignedIn();
    closeTabs();
    const serverDocument = { location, baseURI: `${mock.url}/page` };
    await open({}, [
      { provide: PLATFORM_ID, useValue: 'server' },
      { provide: DOCUMENT, useValue: serverDocument },
    ]);
    expect((await headersAt(ECHO))['authorization']).toBeUndefined();
    // A relative URL means what it would to HttpClient: Node's fetch knows no page.
    expect((await authFetch('__mock/echo')).url).toBe(`${mock.url}/__mock/echo`);
  });

  it('refreshes once for ten refused calls, of HttpClient among them', async () => {
    await openSignedIn();
    await revoke();
    const http = tab.app.injector.get(HttpClient);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => [
        authFetch(PROTECTED).then(({ status }) => status),
        firstValueFrom(http.get(PROTECTED, { observe: 'response' })).then(({ status }) => status),
      ]).flat(),
    );
    expect(answers).toEqual(Array.from({ length: 10 }, () => 200));
    expect(await callsTo('/refresh')).toBe(1);
  });

  it('refreshes ahead of a request whose token has expired', async () => {
    await openSignedIn();
    closeTabs();
    localStorage.setItem('token', accessToken(-10));
    await open();
    expect((await authFetch(PROTECTED)).status).toBe(200);
    expect(await callsTo('/protected')).toBe(1);
  });

  describe('with a body that was refused', () => {
    let token: string;

    beforeEach(async () => {
      await openSignedIn();
      const details = { email: 'new@example.com', password: 'correct horse' };
      await firstValueFrom(tab.auth.register(details));
      token = await mock.mailedToken();
      await mock.answerNext({ endpoint: 'verifyEmail', status: 401 });
    });
    const url = `${mock.url}/auth/verify-email`;
    const headers = { 'Content-Type': 'application/json' };
    const json = () => JSON.stringify({ token });

    it('sends it again', async () => {
      const answer = await authFetch(url, { method: 'POST', headers, body: json() });
      expect([answer.status, await callsTo('/verify-email')]).toEqual([200, 2]);
    });

    it('sends that of a Request again', async () => {
      const request = new Request(url, { method: 'POST', headers, body: new Blob([json()]) });
      expect((await authFetch(request)).status).toBe(200);
      expect(await mock.verified()).toContain('new@example.com');
    });

    it('does not send a stream again', async () => {
      const body = new Blob([json()]).stream();
      const real = window.fetch;
      const sent = spyOn(window, 'fetch').and.callFake((input, init) =>
        // Chromium streams to HTTP/2 servers only.
        urlOf(input) === url
          ? Promise.resolve(new Response('no', { status: 401 }))
          : real(input, init),
      );
      const init = { method: 'POST', headers, body, duplex: 'half' };
      const answer = await authFetch(url, init);
      expect([answer.status, await answer.text()]).toEqual([401, 'no']);
      const again = sent.calls.allArgs().filter(([input]) => urlOf(input) === url);
      expect([again.length, await callsTo('/refresh')]).toEqual([1, 1]);
    });
  });

  it('ends the session if the refresh is refused, and answers the 401 with its body', async () => {
    await openSignedIn();
    await mock.revoke();
    const answer = await authFetch(PROTECTED);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual(jasmine.any(Object));
    expect(tab.auth.status()).toBe('anonymous');
    expect(tab.auth.endedBy()?.type).toBe('refused');
  });

  it('asks the preset which answer refuses the token, and passes other errors on', async () => {
    const isRefusal = ({ error }: { error: unknown }) =>
      (error as { code?: unknown } | null)?.code === 'stale';
    await openSignedIn({ backend: { ...backend, refusesToken: isRefusal } });
    const body = JSON.stringify({ status: 403, body: { code: 'stale' } });
    const answer = `${mock.url}/__mock/answer`;
    expect((await authFetch(answer, { method: 'POST', body })).status).toBe(403);
    expect(await callsTo('/refresh')).toBe(1);
    expect((await authFetch(`${answer}?status=503`)).status).toBe(503);
    expect(await callsTo('/refresh')).toBe(1);
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  it('rejects as fetch does if the server cannot be reached', async () => {
    await openSignedIn();
    await mock.set({ outage: 'network' });
    await expectAsync(authFetch(PROTECTED)).toBeRejectedWithError(TypeError);
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  describe('that is aborted', () => {
    const abortError = jasmine.objectContaining({ name: 'AbortError' });

    it('rejects before, at once and while the request is under way', async () => {
      await openSignedIn();
      await mock.set({ latency: 60_000 });
      const abort = new AbortController();
      const answer = authFetch(PROTECTED, { signal: abort.signal });
      abort.abort();
      await expectAsync(answer).toBeRejectedWith(abortError);
      const late = authFetch(PROTECTED, { signal: abort.signal });
      await expectAsync(late).toBeRejectedWith(abortError);
    });

    it('rejects while a refresh is waited for, which goes on', async () => {
      await openSignedIn();
      await mock.set({ lateAnswers: { refresh: 300 } });
      await revoke();
      const abort = new AbortController();
      const answer = authFetch(PROTECTED, { signal: abort.signal });
      while ((await callsTo('/refresh')) === 0);
      const before = tab.auth.token();
      abort.abort('changed my mind');
      await expectAsync(answer).toBeRejectedWith('changed my mind');
      await until(() => tab.auth.token() !== before);
      expect(await callsTo('/protected')).toBe(1);
    });

    it('stops the body that is still on the way', async () => {
      await openSignedIn();
      const abort = new AbortController();
      const answer = await authFetch(ECHO, { signal: abort.signal });
      abort.abort();
      await expectAsync(answer.text()).toBeRejectedWith(abortError);
    });
  });

  describe('that is redirected to another origin', () => {
    const redirect = (location: string) =>
      ({
        method: 'POST',
        body: JSON.stringify({ status: 303, headers: { location } }),
      }) satisfies RequestInit;
    const url = `${mock.url}/__mock/answer`;

    it('carries no Authorization header there', async () => {
      await openSignedIn();
      expect((await headersAt(url, redirect(ECHO)))['authorization']).toContain('Bearer');
      expect((await headersAt(url, redirect(FOREIGN)))['authorization']).toBeUndefined();
    });

    it('is an error if browsers would carry the header there', async () => {
      await openSignedIn({ headerName: 'X-Token' });
      await expectAsync(authFetch(url, redirect(FOREIGN))).toBeRejectedWithError(TypeError);
      expect(console.warn).toHaveBeenCalledWith(jasmine.stringContaining('redirects'));
      // Without a token there is nothing to lose.
      const open = await authFetch(url.replace('localhost', '127.0.0.1'), redirect(ECHO));
      expect(open.redirected).toBeTrue();
    });
  });
});

describe('injectAuthFetch with a cookie session', () => {
  const mock = new MockBackend('flask-session');
  const baseUrl = '/mock/flask-session/api';
  const echo = '/mock/flask-session/__mock/echo';
  const session: AuthBackend = {
    session: 'cookie',
    endpoints: {
      login: { path: '/login' },
      status: { path: '/status' },
      logout: { path: '/logout', method: 'GET' },
    },
    readTokens: () => null,
    readUser: () => null,
  };
  let tab: Tab;
  let authFetch: typeof fetch;

  async function open(): Promise<void> {
    tab = await openTab({ baseUrl, backend: session, allowedUrls: ['/mock', MOCK_URL] });
    authFetch = runInInjectionContext(tab.app.injector.get(EnvironmentInjector), injectAuthFetch);
    await until(() => tab.auth.status() !== 'pending');
    await firstValueFrom(tab.auth.login(ADA));
  }
  beforeEach(async () => {
    localStorage.clear();
    document.cookie = 'XSRF-TOKEN=from-cookie; path=/';
    await mock.reset();
    await mock.set({ cors: 'any' });
    await open();
  });
  afterEach(async () => {
    closeTabs();
    document.cookie = 'XSRF-TOKEN=; path=/; max-age=0';
    await fetch(`${baseUrl}/logout`);
  });

  it('repeats the XSRF cookie in a header of what changes something', async () => {
    const xsrf = async (init: RequestInit) => {
      const answer = (await (await authFetch(echo, init)).json()) as Echo;
      return answer.headers['x-xsrf-token'];
    };
    expect(await xsrf({ method: 'POST' })).toBe('from-cookie');
    expect(await xsrf({})).toBeUndefined();
    expect(await xsrf({ method: 'POST', credentials: 'omit' })).toBeUndefined();
    expect(await xsrf({ method: 'POST', headers: { 'X-XSRF-TOKEN': 'own' } })).toBe('own');
  });

  it('sends the cookie to other allowed origins, unless told not to', async () => {
    const url = `${mock.url}/__mock/protected`;
    expect((await authFetch(url)).status).toBe(200);
    expect((await authFetch(url, { credentials: 'omit' })).status).toBe(401);
    expect(tab.auth.isAuthenticated()).toBeTrue();
  });

  it('rejects with session_expired if the user signs out meanwhile, and takes the request back', async () => {
    await mock.set({ latency: 300 });
    const fetched = spyOn(window, 'fetch').and.callThrough();
    const answer = authFetch(`${mock.url}/__mock/protected`);
    tab.auth.logout().subscribe();
    await expectAsync(answer).toBeRejectedWith(
      jasmine.objectContaining({ code: 'session_expired' }),
    );
    const [, init] = fetched.calls.first().args;
    expect(init!.signal!.aborted).toBeTrue();
  });
});
