import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthBackend, AuthEndpointName } from '../backends/auth-backend';
import { refusesToken } from '../backends/refuses-token';
import { AuthError, AuthErrorCode, AuthErrorDetails } from './auth-error';

/** In seconds. */
const DAY = 86_400;

type Answer = HttpErrorResponse | HttpResponse<unknown>;

/**
 * Maps whatever a call to an auth endpoint failed with to one {@link AuthError}.
 * @param isOffline Whether the browser knows that it has no network.
 */
export function toAuthError(
  error: unknown,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
  isOffline = false,
): AuthError {
  if (error instanceof AuthError) return error;
  if (!(error instanceof HttpErrorResponse || error instanceof HttpResponse)) {
    // Neither HTTP nor a time-out: an interceptor or reader of the app failed on the way. Parse
    // errors quote the text they failed on, so only the kind is kept.
    const cause = new Error(error instanceof Error ? error.name : typeof error);
    return new AuthError('invalid_response', { cause });
  }
  // Bodies and headers may carry tokens or echo a password; status and URL path never do.
  const cause = new HttpErrorResponse({ status: error.status, url: error.url?.split(/[?#]/)[0] });
  const known = codeWithoutBody(error, endpoint, backend, isOffline);
  const details = known ? {} : readDetails(error, endpoint, backend);
  const code = known ?? details.code ?? codeOf(error, endpoint, backend, details);
  const isForUsers = code === 'validation' || code === 'rejected';
  return new AuthError(code, {
    ...(isForUsers ? details : null),
    cause,
    retryAfter: code === 'rate_limited' ? retryAfter(error) : undefined,
  });
}

/** The body of a 5xx is never read: it may be a stack trace. */
function codeWithoutBody(
  answer: Answer,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
  isOffline: boolean,
): AuthErrorCode | undefined {
  const { status } = answer;
  const isRefusal = answer instanceof HttpErrorResponse;
  // A service worker answers for the network that is not there: Angular's with 504, others with 503.
  if (status === 0 || (isOffline && (status === 503 || status === 504))) return 'network';
  if (status >= 500) return 'server_error';
  // A success that HttpClient reports as an error could not be parsed.
  if (status < 400 && isRefusal) return 'invalid_response';
  // A 2xx comes here only when it does not mean yes.
  const saysNoSession = !isRefusal || refusesToken(answer, backend);
  return endpoint === 'status' && saysNoSession ? 'session_expired' : undefined;
}

function codeOf(
  answer: Answer,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
  { fields }: AuthErrorDetails,
): AuthErrorCode {
  const { status } = answer;
  const isIn = (...statuses: number[]) => status < 300 || statuses.includes(status);
  if (status === 429) return 'rate_limited';
  // RFC 9110 §15.5.11: the unfinished login is there no more.
  const needsLogin = endpoint === 'secondFactor' || endpoint === 'resendCode';
  if (status === 410 && needsLogin) return 'session_expired';
  switch (endpoint) {
    case 'refresh':
      // By these, backends say that a refresh token is no longer good.
      if (isIn(400, 401, 403, 422)) return 'session_expired';
      break;
    case 'login':
    case 'secondFactor':
      if (isIn(401, 403, 404)) return 'invalid_credentials';
      break;
    case 'changePassword':
      // A plain 401 is as likely about the current password; only the backend's own rule is clear.
      if (answer instanceof HttpErrorResponse && refusesToken(answer, backend)) {
        return backend.refusesToken ? 'session_expired' : 'invalid_credentials';
      }
  }
  return status === 422 || (fields && Object.keys(fields).length > 0) ? 'validation' : 'rejected';
}

function readDetails(
  answer: Answer,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
): AuthErrorDetails {
  try {
    return backend.readError?.(answer, endpoint) ?? {};
  } catch {
    // A reader that fails on an odd body says nothing about it; the status still classifies it.
    return {};
  }
}

/** Seconds from `Retry-After`, which holds seconds or an HTTP date (RFC 9110 §10.2.3). At most a day. */
function retryAfter({ headers }: Answer): number | undefined {
  const value = headers.get('Retry-After')?.trim() ?? '';
  const seconds = /^\d+$/.test(value) ? Number(value) : (dateOf(value) - Date.now()) / 1000;
  // A date in the past says that the wait is over.
  return isNaN(seconds) ? undefined : Math.ceil(Math.min(Math.max(0, seconds), DAY));
}

/** NaN unless it has one of the forms of RFC 9110 §5.6.7: `Date.parse` reads "-5", too. */
function dateOf(value: string): number {
  const isDate = /^[A-Z]\w+,? .+:\d\d:\d\d( GMT| \d{4})$/.test(value);
  // The form that names no time zone is in GMT as well.
  return isDate ? Date.parse(value.replace(/( GMT)?$/, ' GMT')) : NaN;
}
