import { HttpResponse } from '@angular/common/http';
import { AuthChallenge, ɵSessionTokens } from 'ngx-auth-kit/core';

/** What the backend answers in a test. */
export interface AuthAnswer {
  /** The user that it names. Default: none, and for `checkStatus` the one who is signed in. */
  readonly user?: object | null;
  /**
   * The access token that it grants, for calls that sign in or renew; null grants none, as backends
   * do that register without signing in. Default: `test-token`, and for `refresh` the current one.
   */
  readonly token?: string | null;
}

/** The body by which an answer reaches the library's own readers. */
export interface AnswerBody {
  readonly user: object | null;
  readonly tokens: ɵSessionTokens | null;
  readonly challenge?: AuthChallenge;
}

/** The answer to a login that wants a second factor; there is nothing to repeat with it. */
export const CHALLENGE = new HttpResponse<unknown>({
  body: { user: null, tokens: null, challenge: {} } satisfies AnswerBody,
});

/** The body of an answer that this entry point made. */
export function bodyOf({ body }: HttpResponse<unknown>): AnswerBody {
  return body as AnswerBody;
}
