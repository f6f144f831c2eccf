import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { AuthEndpointName } from '../backends/auth-backend';
import { BROWSER_WINDOW } from '../config/browser-window';
import { AUTH_CONFIG } from '../config/resolved-config';
import { AuthError } from '../errors/auth-error';
import { injectDevMessages } from '../errors/dev-messages';
import { toAuthError } from '../errors/to-auth-error';
import { AuthUrls } from './auth-urls';
import { explainForeignAnswer } from './explain-call';
import { injectXsrfRenewal } from './inject-xsrf-renewal';
import { HttpAnswer } from './witness';
import { XsrfCall } from './xsrf-call';

/** Looks at an answer of the backend before anybody else; what it returns is what the call fails with. */
export type AnswerCheck = (answer: HttpAnswer) => AuthError | null;

/** Tells good answers of the auth endpoints from others. */
@Injectable({ providedIn: 'root' })
export class AnswerJudge {
  readonly #config = inject(AUTH_CONFIG);
  readonly #urls = inject(AuthUrls);
  readonly #xsrf = injectXsrfRenewal();
  readonly #messages = injectDevMessages();
  readonly #window = inject(BROWSER_WINDOW);

  /** What is wrong with an answer; null where it is a good one. */
  failureOf(answer: unknown, call: XsrfCall, check?: AnswerCheck): AuthError | null {
    const { name } = call;
    const { backend } = this.#config;
    if (answer instanceof HttpResponse || answer instanceof HttpErrorResponse) {
      const { status, url } = answer;
      // A redirect may have led the call to somebody else, whose word counts for nothing.
      if (url && !this.#urls.locate(url).isAllowed) {
        const origin = this.#urls.resolve(url)?.origin;
        if (typeof ngDevMode === 'undefined' || ngDevMode) {
          explainForeignAnswer(this.#messages, name, origin);
        }
        const cause = new HttpErrorResponse({ status, url: origin });
        return new AuthError('invalid_response', { cause });
      }
      const failure = check?.(answer);
      if (failure) return failure;
      if (answer instanceof HttpResponse && this.#isYes(answer, name)) return null;
      // A new value was refused as well, so it is the session that is over.
      if (this.#xsrf?.endsSession(answer, call)) {
        return new AuthError('session_expired', {
          cause: toAuthError(answer, name, backend).cause,
        });
      }
    }
    return toAuthError(answer, name, backend, this.#window?.navigator.onLine === false);
  }

  #isYes(answer: HttpResponse<unknown>, name: AuthEndpointName): boolean {
    try {
      return this.#config.backend.endpoints[name]?.succeeded?.(answer) ?? true;
    } catch (error) {
      // Parse errors quote the text they failed on, so only the kind is kept.
      throw toAuthError(error, name, this.#config.backend);
    }
  }
}
