import type { Context, Hono } from 'hono';

import { asDictionary, getJson } from '../flask/get-json.ts';
import { jsonify } from '../flask/jsonify.ts';
import type { MockState } from '../mock-state.ts';
import { secondFactorUser } from '../users/seeded-users.ts';
import type { User } from '../users/user-store.ts';
import type { AccountDialect } from './account-dialect.ts';
import { mailCode } from './mails.ts';

const lifetime = 300;

/** The answer to a right password where a code is due as well; null where it is not. */
export function secondFactorDue(user: User, status: number, state: MockState): Response | null {
  return user.email === secondFactorUser.email ? askForCode(user, status, state) : null;
}

/** Mails a code, and answers with the challenge that it belongs to. */
export function askForCode(user: User | undefined, status: number, state: MockState): Response {
  // Nobody's id is 0: whether there is such a user shows at no place.
  const { id, code } = state.account.challenges.begin(user?.id ?? 0, state.now() + lifetime);
  if (user) mailCode(state, user, code);
  const body = { status: 'second_factor', message: 'A code has been mailed.', challenge: id };
  return jsonify(body, status);
}

/** `POST …/second-factor` with `{ challenge, code }`. */
export function addSecondFactor(app: Hono, state: MockState, dialect: AccountDialect): void {
  const { prefix, fail, signIn } = dialect;
  app.post(`${prefix}/second-factor`, async (c: Context) => {
    const { challenge, code } = asDictionary(await getJson(c.req.raw)) ?? {};
    const verdict = state.account.challenges.answer(challenge, code, state.now());
    const user = verdict.passed ? state.users.findById(verdict.userId) : undefined;
    if (user) return signIn(user, state);
    return !verdict.passed && !verdict.over
      ? fail(401, 'This code is not correct.')
      : fail(410, 'This sign-in has expired. Please start again.');
  });
}
