import type { Context } from 'hono';

import type { MockState } from '../mock-state.ts';
import type { User } from '../users/user-store.ts';
import type { MailedTokenPurpose } from './mailed-tokens.ts';

const subjects: Readonly<Record<MailedTokenPurpose, string>> = {
  'reset-password': 'Choose a new password',
  'verify-email': 'Verify your e-mail address',
};
const lifetimes: Readonly<Record<MailedTokenPurpose, number>> = {
  'reset-password': 3_600,
  'verify-email': 86_400,
};

/** Mails a link to the page of that name, on the origin that asks. */
export function mailLink(c: Context, state: MockState, purpose: MailedTokenPurpose, user: User) {
  const expiresAt = state.now() + lifetimes[purpose];
  const token = state.account.mailedTokens.issue({ purpose, userId: user.id, expiresAt });
  const link = `${c.req.header('origin') ?? ''}/${purpose}?token=${token}`;
  state.account.outbox.send({
    to: user.email,
    subject: subjects[purpose],
    text: `${subjects[purpose]}: ${link}`,
    link,
    code: null,
    at: new Date().toISOString(),
  });
}

export function mailCode(state: MockState, user: User, code: string): void {
  state.account.outbox.send({
    to: user.email,
    subject: 'Your one-time code',
    text: `Your one-time code is ${code}.`,
    link: null,
    code,
    at: new Date().toISOString(),
  });
}
