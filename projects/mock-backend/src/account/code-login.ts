import type { Hono } from 'hono';

import { asDictionary, getJson } from '../flask/get-json.ts';
import type { MockState } from '../mock-state.ts';
import type { AccountDialect } from './account-dialect.ts';
import { mailCode } from './mails.ts';
import { askForCode } from './second-factor.ts';

/** Signing in without a password: `POST …/code-login` with `{ email }`, and the code again. */
export function addCodeLogin(app: Hono, state: MockState, dialect: AccountDialect): void {
  const { prefix, ok, fail } = dialect;

  app.post(`${prefix}/code-login`, async (c) => {
    const { email } = asDictionary(await getJson(c.req.raw)) ?? {};
    if (typeof email !== 'string' || email === '') return fail(400, 'An address is needed.');
    return askForCode(state.users.findByEmail(email), 200, state);
  });

  app.post(`${prefix}/resend-code`, async (c) => {
    const { challenge } = asDictionary(await getJson(c.req.raw)) ?? {};
    const open = state.account.challenges.renew(challenge, state.now());
    if (!open) return fail(410, 'This sign-in has expired. Please start again.');
    const user = state.users.findById(open.userId);
    if (user) mailCode(state, user, open.code);
    return ok('A code has been mailed.');
  });
}
