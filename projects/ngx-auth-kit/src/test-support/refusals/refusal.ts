import { AuthBackend } from '../../backends/auth-backend';
import { AuthErrorCode } from '../../errors/auth-error';
import { FakeAnswer } from '../fake-backend';

/** An answer that says no, and the code, message and fields that the user's code sees. */
export type Refusal = readonly [
  what: string,
  backend: AuthBackend,
  call: 'login' | 'register' | 'status' | 'refresh',
  answer: FakeAnswer,
  expected: readonly [
    code: AuthErrorCode,
    message?: string,
    fields?: Readonly<Record<string, string>>,
  ],
];
