import { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { AuthBackend, AuthEndpointName } from '../backends/auth-backend';
import { refusesToken } from '../backends/refuses-token';
import { AuthError, AuthErrorCode, AuthErrorDetails } from './auth-error';

/** Maps whatever a call to an auth endpoint failed with to one {@link AuthError}. */
export function toAuthError(error: unknown, endpoint: AuthEndpointName, backend: AuthBackend) {
  if (error instanceof AuthError) return error;
  if (error instanceof HttpErrorResponse || error instanceof HttpResponse) {
    return fromResponse(error, endpoint, backend);
  }
  // Neither HTTP nor a time-out: an interceptor or reader of the app failed on the way.
  return new AuthError('invalid_response', { cause: withoutText(error) });
}

function fromResponse(
  response: HttpErrorResponse | HttpResponse<unknown>,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
): AuthError {
  const { status } = response;
  const cause = withoutBody(response);
  // The body of a 5xx is never read: it may be a stack trace.
  if (status === 0) return new AuthError('network', { cause });
  if (status >= 500) return new AuthError('server_error', { cause });
  // A success that HttpClient reports as an error could not be parsed.
  if (status < 400 && response instanceof HttpErrorResponse) {
    return new AuthError('invalid_response', { cause });
  }
  if (endpoint === 'status' && saysNoSession(response, backend)) {
    return new AuthError('session_expired', { cause });
  }
  const details = readDetails(response, endpoint, backend);
  const code = details.code ?? codeOf(response, endpoint, backend, details);
  switch (code) {
    case 'rate_limited':
      return new AuthError(code, { cause, retryAfter: retryAfter(response) });
    case 'validation':
    case 'rejected':
      return new AuthError(code, { cause, message: details.message, fields: details.fields });
    default:
      return new AuthError(code, { cause });
  }
}

/** Statuses by which backends say that a refresh token is no longer good. */
const REFRESH_REFUSALS = [400, 401, 403, 422];

/** A 2xx comes here only when it does not mean yes. */
function saysNoSession(
  response: HttpErrorResponse | HttpResponse<unknown>,
  backend: AuthBackend,
): boolean {
  return response instanceof HttpErrorResponse ? refusesToken(response, backend) : true;
}

function codeOf(
  response: HttpErrorResponse | HttpResponse<unknown>,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
  { fields }: AuthErrorDetails,
): AuthErrorCode {
  const { status } = response;
  if (status === 429) return 'rate_limited';
  if (endpoint === 'refresh' && (status < 300 || REFRESH_REFUSALS.includes(status))) {
    return 'session_expired';
  }
  const signsIn = endpoint === 'login' || endpoint === 'secondFactor';
  if (signsIn && (status < 300 || [401, 403, 404].includes(status))) return 'invalid_credentials';
  // RFC 9110 §15.5.11: the unfinished login is there no more.
  if (endpoint === 'secondFactor' && status === 410) return 'session_expired';
  if (
    endpoint === 'changePassword' &&
    response instanceof HttpErrorResponse &&
    refusesToken(response, backend)
  ) {
    // A plain 401 is as likely about the current password; only the backend's own rule is clear.
    return backend.refusesToken ? 'session_expired' : 'invalid_credentials';
  }
  if (status === 422 || (fields && Object.keys(fields).length > 0)) return 'validation';
  return 'rejected';
}

function readDetails(
  response: HttpErrorResponse | HttpResponse<unknown>,
  endpoint: AuthEndpointName,
  backend: AuthBackend,
): AuthErrorDetails {
  try {
    return backend.readError?.(response, endpoint) ?? {};
  } catch {
    // A reader that fails on an odd body says nothing about it; the status still classifies it.
    return {};
  }
}

/** Seconds from `Retry-After`, which holds seconds or an HTTP date (RFC 9110 §10.2.3). */
function retryAfter(response: HttpErrorResponse | HttpResponse<unknown>): number | undefined {
  const value = response.headers.get('Retry-After')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
}

/** Bodies and headers may carry tokens or echo a password; status and URL path never do. */
function withoutBody(response: HttpErrorResponse | HttpResponse<unknown>): HttpErrorResponse {
  return new HttpErrorResponse({ status: response.status, url: response.url?.split(/[?#]/)[0] });
}

/** Parse errors quote the text they failed on, so only the kind of an unknown error is kept. */
function withoutText(error: unknown): Error {
  return new Error(error instanceof Error ? error.name : typeof error);
}
