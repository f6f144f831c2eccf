import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthEndpointName } from '../backends/auth-backend';
import { AuthError } from '../errors/auth-error';
import { DevMessages } from '../errors/dev-messages';
import { judgedAnswer } from './judged-answer';
import { Witness } from './witness';

const ADVICE = 'It can recognize auth calls: authEndpointOf(request) !== null.';

/**
 * Says in dev mode which code of the app stood in the way of an auth call.
 * @param made What came out of the interceptors.
 * @param witness Null if there was no request.
 */
export function explainCall(
  messages: DevMessages,
  name: AuthEndpointName,
  made: unknown,
  witness: Witness | null,
): void {
  const cause = culprit(name, made, witness);
  if (cause) messages.warnOnce(`auth call ${cause}`, cause);
}

/** Says in dev mode why an answer from an origin that is not allowed was refused. */
export function explainForeignAnswer(
  messages: DevMessages,
  name: AuthEndpointName,
  origin: string | undefined,
): void {
  messages.warnOnce(
    `foreign answer ${origin}`,
    `the answer to ${name} came from ${origin}, which is neither the origin of baseUrl nor in ` +
      'allowedUrls: a redirect or an interceptor of the app sent the call there. If that is ' +
      `intended, use the full URL as baseUrl, or allowedUrls: ['${origin}'].`,
  );
}

function culprit(name: AuthEndpointName, made: unknown, witness: Witness | null): string | null {
  const isHttp = made instanceof HttpResponse || made instanceof HttpErrorResponse;
  const isOurs = made instanceof AuthError && made.code !== 'timeout';
  if (!witness) {
    // Neither HTTP nor a time-out: the app's own functions have failed.
    if (isHttp || made instanceof AuthError) return null;
    return `backend.endpoints.${name}: \`body\` or \`headers\` threw ${kindOf(made)}.`;
  }
  const { sentTo, answer, url } = witness;
  const an = 'an interceptor of the app';
  if (!sentTo) {
    // One that answers by itself, as mocks and caches do, is meant to.
    if (isHttp || isOurs) return null;
    return (
      `the call to ${name} has not reached the backend: ${an} ${deed(made)}. If it waits for the ` +
      `session or sends requests of its own, let auth calls pass. It must keep the request's ` +
      `context, as request.clone() does. ${ADVICE}`
    );
  }
  if (answer && judgedAnswer(made, answer) !== made) {
    return (
      `${an} took the answer to ${name} (${answer.status}) and ` +
      `${isHttp ? 'returned another one' : deed(made)}. The library uses the answer of the backend. ${ADVICE}`
    );
  }
  if (!answer && !isHttp && !(made instanceof AuthError)) {
    return `${an} ended the call to ${name} before the backend had answered: it ${deed(made)}. ${ADVICE}`;
  }
  if (sentTo !== url && !answer?.ok) {
    return (
      `${an} sent the call to ${name} to ${withoutQuery(sentTo)} instead of ${withoutQuery(url)}. ` +
      `If that is not a proxy, the interceptor must not change URLs with an origin. ${ADVICE}`
    );
  }
  return null;
}

function deed(made: unknown): string {
  if (made instanceof AuthError) return 'did not continue within requestTimeout';
  return (made as { name?: unknown } | null)?.name === 'EmptyError'
    ? 'completed without an answer'
    : `threw ${kindOf(made)}`;
}

/** Not its message, which may quote a token. */
function kindOf(made: unknown): string {
  return made instanceof Error ? made.name : made === null ? 'null' : `no error (${typeof made})`;
}

function withoutQuery(url: string): string {
  return url.split(/[?#]/)[0]!;
}
