import { AuthBackend, AuthEndpointName } from '../../core/backends/auth-backend';
import { AuthError, AuthErrorCode } from '../../core/errors/auth-error';
import { withTokenRefresh } from '../../core/session/refresh/with-token-refresh';
import { asAuthError, FakeAnswer, FakeBackend } from '../fake-backend';

/** A call, the answer that refuses it and the error that the user's code sees. */
export interface RefusedCall {
  readonly call: Exclude<AuthEndpointName, 'logout'>;
  readonly answer: FakeAnswer;
  readonly code: AuthErrorCode;
  /** Default: the library's own for the code. */
  readonly message?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

/** How a backend answers the login before. Default: in the words of several backends. */
export interface LoginAnswers {
  readonly login?: FakeAnswer;
  readonly challenge?: FakeAnswer;
}

const CHALLENGE = { status: 401, body: { detail: 'RequiresTwoFactor', two_factor: true } };

/** A spec: the call fails with this error, and only `session_expired` ends the session. */
export function itRefuses(
  what: string,
  backend: AuthBackend,
  { call, answer, code, message, fields = {} }: RefusedCall,
  { login, challenge = CHALLENGE }: LoginAnswers = {},
): void {
  it(`is ${code} for ${what}`, async () => {
    const app = new FakeBackend(backend, ...(call === 'refresh' ? [withTokenRefresh()] : []));
    const needsSession = ['status', 'refresh', 'changePassword'].includes(call);
    if (needsSession) await (login ? app.run(app.auth.login({}), login) : app.signIn());
    const needsChallenge = call === 'secondFactor' || call === 'resendCode';
    if (needsChallenge) await app.run(app.auth.login({}), challenge);
    const calls = {
      login: () => app.auth.login({}),
      register: () => app.auth.register({}),
      status: () => app.auth.checkStatus(),
      refresh: () => app.auth.refresh(),
      secondFactor: () => app.auth.verifySecondFactor({}),
      resendCode: () => app.auth.resendCode(),
      forgotPassword: () => app.auth.forgotPassword({}),
      resetPassword: () => app.auth.resetPassword({}),
      verifyEmail: () => app.auth.verifyEmail({}),
      changePassword: () => app.auth.changePassword({}),
    };
    const error = asAuthError(await app.run(calls[call](), answer));
    expect(error.code).toBe(code);
    expect(error.message).toBe(message ?? new AuthError(code).message);
    expect(error.fields).toEqual(fields);
    expect(app.auth.isAuthenticated()).toBe(needsSession && code !== 'session_expired');
  });
}
