import { TestBed } from '@angular/core/testing';
import { firstValueFrom, Observable } from 'rxjs';
import { AuthEndpointName } from '../../core/backends/auth-backend';
import { AuthRegistration } from '../../core/session/auth-service';
import { withTokenRefresh } from '../../core/session/refresh/with-token-refresh';
import { SessionStore } from '../../core/session/state/session-store';
import { FakeBackend, lineOf } from '../fake-backend';
import { Preset } from './exchange';

/** Makes each call of a preset and compares what is sent and what comes of the answer. */
export function describeExchanges(name: string, { backend, exchanges }: Preset): void {
  describe(name, () => {
    const names = Object.keys(exchanges) as AuthEndpointName[];
    const features = backend.endpoints.refresh ? [withTokenRefresh()] : [];

    it('offers these endpoints and no others', () => {
      expect(Object.keys(backend.endpoints).sort()).toEqual([...names].sort());
    });

    for (const endpoint of names) {
      const { input, line, sends = null, proof, answer, gives, ...after } = exchanges[endpoint]!;
      const needsSession = ['status', 'refresh', 'logout', 'changePassword'].includes(endpoint);

      it(`${endpoint} is ${line}, without cookies or headers that CORS rules refuse (trap 8)`, async () => {
        const app = new FakeBackend(backend, ...features);
        const { login } = exchanges;
        const before = needsSession ? login!.answer : after.challenge;
        if (before) await app.run(app.auth.login(login!.input), before);
        expect(app.auth.isAuthenticated()).toBe(needsSession);

        const outcome = firstValueFrom(call(app, endpoint, input));
        const request = await app.nextRequest();
        const { body, headers, withCredentials } = request.request;
        expect(lineOf(request)).toBe(line);
        expect(body instanceof URLSearchParams ? body.toString() : body).toEqual(sends);
        const { withCredentials: wanted = false } = backend.endpoints[endpoint]!;
        expect(withCredentials).toBe(backend.session === 'cookie' || wanted);
        expect(headers.keys()).toEqual(proof === undefined ? [] : ['Authorization']);
        expect(headers.get('Authorization')).toBe(proof ?? null);

        app.answer(request, answer);
        expect(await outcome).toEqual(gives);
        const tokens = TestBed.inject(SessionStore).tokens();
        if (after.access !== undefined) expect(app.auth.token()).toBe(after.access);
        if (after.refresh !== undefined) expect(tokens!.refresh).toBe(after.refresh);
        const signsIn: Partial<Record<AuthEndpointName, boolean>> = {
          login: true,
          secondFactor: true,
          register: (gives as AuthRegistration | undefined)?.authenticated,
          logout: false,
        };
        expect(app.auth.isAuthenticated()).toBe(signsIn[endpoint] ?? needsSession);
        app.verify();
      });
    }
  });
}

function call(app: FakeBackend, name: AuthEndpointName, input: unknown): Observable<unknown> {
  switch (name) {
    case 'status':
      return app.auth.checkStatus();
    case 'secondFactor':
      return app.auth.verifySecondFactor(input);
    case 'refresh':
    case 'logout':
      return app.auth[name]();
    default:
      return app.auth[name](input);
  }
}
