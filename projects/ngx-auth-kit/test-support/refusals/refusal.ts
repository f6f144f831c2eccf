import { AuthBackend, AuthEndpointName } from '../../core/backends/auth-backend';
import { AuthErrorCode } from '../../core/errors/auth-error';
import { FakeAnswer } from '../fake-backend';

/** An answer that says no, and the code, message and fields that the user's code sees. */
export type Refusal = readonly [
  what: string,
  backend: AuthBackend,
  call: Exclude<AuthEndpointName, 'logout'>,
  answer: FakeAnswer,
  expected: readonly [
    code: AuthErrorCode,
    message?: string,
    fields?: Readonly<Record<string, string>>,
  ],
];

/** What comes of a link that is no longer good where the backend has no words for the user. */
export const DEAD_LINK: Refusal[4] = [
  'rejected',
  'This link is no longer valid. Please ask for a new one.',
];
