import { HttpResponse } from '@angular/common/http';
import { AuthChallenge, ɵSessionTokens } from 'ngx-auth-kit/core';

/** The answer of the backend in a test. */
export interface AuthAnswer {
  /** The user in the answer. Default: none, and for `checkStatus` the signed-in user. */
  readonly user?: object | null;
  /**
   * The access token in the answer, for calls that sign in or refresh. Null for no token, as with
   * backends that register without signing in. Default: `test-token`, and for `refresh` the current
   * token.
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
