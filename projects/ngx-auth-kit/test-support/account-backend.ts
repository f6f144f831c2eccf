import { AuthBackend } from '../core/backends/auth-backend';
import { flaskJwtAuth } from '../core/backends/flask-jwt-auth';
import { bodyOf, textProperty } from '../core/backends/property';

/** The accounts of the mock backend's dialects `flask-jwt-auth` and `refresh-token`. */
export const accountBackend: AuthBackend = {
  ...flaskJwtAuth,
  endpoints: {
    ...flaskJwtAuth.endpoints,
    secondFactor: {
      path: '/second-factor',
      succeeded: flaskJwtAuth.endpoints.login.succeeded,
    },
    resendCode: { path: '/resend-code' },
    forgotPassword: { path: '/forgot-password' },
    resetPassword: { path: '/reset-password' },
    verifyEmail: { path: '/verify-email' },
    changePassword: { path: '/change-password' },
  },
  readChallenge: (response) => {
    const challenge = textProperty(bodyOf(response), 'challenge');
    return challenge === undefined ? null : { challenge };
  },
};

/** Has a second factor. */
export const TOTP = { email: 'totp@example.com', password: 'one more battery staple' };

/** What a password may look like: each has to arrive byte for byte. */
export const AWKWARD_TEXTS: Readonly<Record<string, string>> = {
  '10,000 characters': 'a'.repeat(10_000),
  emoji: '🦊🏳️‍🌈',
  'combining marks': 'e\u0301 is not é',
  'text from right to left': 'שלום مرحبا',
  whitespace: ' \t leading and trailing \u00a0 ',
  markup: '"quoted" \\ <b>&amp;</b>',
};
