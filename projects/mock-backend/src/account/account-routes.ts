import type { Hono } from 'hono';

import { asDictionary, getJson } from '../flask/get-json.ts';
import type { MockState } from '../mock-state.ts';
import { hashPassword, verifyPassword } from '../users/password.ts';
import type { AccountDialect } from './account-dialect.ts';
import { addCodeLogin } from './code-login.ts';
import { mailLink } from './mails.ts';
import { addSecondFactor } from './second-factor.ts';

const deadLink = 'This link is no longer valid. Please ask for a new one.';

/** Everything about an account that is not signing in or out. */
export function addAccountRoutes(app: Hono, state: MockState, dialect: AccountDialect): void {
  addSecondFactor(app, state, dialect);
  addCodeLogin(app, state, dialect);
  addForgotPassword(app, state, dialect);
  addResetPassword(app, state, dialect);
  addVerifyEmail(app, state, dialect);
  addChangePassword(app, state, dialect);
}

function addForgotPassword(app: Hono, state: MockState, { prefix, ok, fail }: AccountDialect) {
  app.post(`${prefix}/forgot-password`, async (c) => {
    const { email } = asDictionary(await getJson(c.req.raw)) ?? {};
    if (typeof email !== 'string' || email === '') return fail(400, 'An address is needed.');
    const user = state.users.findByEmail(email);
    if (user) mailLink(c, state, 'reset-password', user);
    // The same whether there is such an account or not.
    return ok('If there is an account with this address, a mail is on its way.');
  });
}

function addResetPassword(app: Hono, state: MockState, { prefix, ok, fail }: AccountDialect) {
  app.post(`${prefix}/reset-password`, async (c) => {
    const { token, password } = asDictionary(await getJson(c.req.raw)) ?? {};
    if (typeof password !== 'string' || password === '') return fail(400, 'A password is needed.');
    const userId = state.account.mailedTokens.take(token, 'reset-password', state.now());
    if (userId === undefined) return fail(400, deadLink);
    state.users.setPasswordHash(userId, await hashPassword(password));
    // Whoever knew the old password is out.
    state.revocations.revokeAll(userId);
    return ok('The new password counts from now on.');
  });
}

function addVerifyEmail(app: Hono, state: MockState, { prefix, ok, fail }: AccountDialect) {
  app.post(`${prefix}/verify-email`, async (c) => {
    const { token } = asDictionary(await getJson(c.req.raw)) ?? {};
    const userId = state.account.mailedTokens.take(token, 'verify-email', state.now());
    if (userId === undefined) return fail(400, deadLink);
    state.account.verified.add(userId);
    return ok('The address is verified.');
  });
}

function addChangePassword(app: Hono, state: MockState, dialect: AccountDialect) {
  const { prefix, ok, fail, authenticate } = dialect;
  app.post(`${prefix}/change-password`, async (c) => {
    const user = await authenticate(c, state);
    if (user instanceof Response) return user;
    const { currentPassword, newPassword } = asDictionary(await getJson(c.req.raw)) ?? {};
    if (typeof newPassword !== 'string' || newPassword === '') {
      return fail(400, 'A new password is needed.');
    }
    const isRight =
      typeof currentPassword === 'string' &&
      (await verifyPassword(currentPassword, user.passwordHash));
    if (!isRight) return fail(403, 'The current password is not correct.');
    state.users.setPasswordHash(user.id, await hashPassword(newPassword));
    return ok('The new password counts from now on.');
  });
}
