import type { Context } from 'hono';

import type { Endpoint } from '../dialects/dialect.ts';
import type { MockState } from '../mock-state.ts';
import type { User } from '../users/user-store.ts';

/** How a dialect speaks of resets, verifications, changes and second factors. */
export interface AccountDialect {
  /** Before the paths. */
  readonly prefix: string;
  ok(message: string): Response;
  fail(status: number, message: string): Response;
  /** The signed-in user, or the dialect's own refusal. */
  authenticate(c: Context, state: MockState): Promise<User | Response>;
  /** The dialect's answer to a successful login. */
  signIn(user: User, state: MockState): Promise<Response>;
}

/** The calls under the prefix. */
export function accountEndpoints(prefix: string): readonly Endpoint[] {
  const method = 'POST';
  return [
    { name: 'secondFactor', method, path: `${prefix}/second-factor` },
    { name: 'codeLogin', method, path: `${prefix}/code-login` },
    { name: 'resendCode', method, path: `${prefix}/resend-code` },
    { name: 'forgotPassword', method, path: `${prefix}/forgot-password` },
    { name: 'resetPassword', method, path: `${prefix}/reset-password` },
    { name: 'verifyEmail', method, path: `${prefix}/verify-email` },
    { name: 'changePassword', method, path: `${prefix}/change-password` },
  ];
}
