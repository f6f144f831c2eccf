/**
 * Stable codes of {@link AuthError}. Show your own text for them, or that of the labels, as the
 * drop-in components do; the `message` is what the backend said, else the code in plain English.
 */
export type AuthErrorCode =
  | 'invalid_credentials'
  | 'second_factor_required'
  | 'rejected'
  | 'validation'
  | 'rate_limited'
  | 'server_error'
  | 'network'
  | 'timeout'
  | 'invalid_response'
  | 'session_expired'
  | 'not_supported';

/** What a backend says of a refused request, read by `AuthBackend.readError`. */
export interface AuthErrorDetails {
  /** Text for the user. Never shown for a refused login and never taken from a 5xx answer. */
  readonly message?: string;
  /** Messages by the name of the field that they belong to. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Overrides the code that the HTTP status suggests. */
  readonly code?: AuthErrorCode;
}

/** Parts of an {@link AuthError} beside its code. */
export interface AuthErrorOptions extends Omit<AuthErrorDetails, 'code'> {
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number;
  /** What it came from; must hold no token and no password. */
  readonly cause?: unknown;
}

/** What every refused login is told, whatever the backend says. */
const REFUSED_LOGIN = 'The sign-in details are not correct.';

/**
 * The one error of this library at run time. Holds no token and no password: the `cause` is the
 * HTTP error without its body and headers.
 *
 * ```ts
 * auth.login(credentials).subscribe({
 *   error: (error: AuthError) => show(error.detail ?? authLabelsEn.errors[error.code]),
 * });
 * ```
 */
export class AuthError extends Error {
  /** Always `AuthError`. */
  override readonly name = 'AuthError';
  /** What went wrong, stable across versions. */
  readonly code: AuthErrorCode;
  /** What the backend said for the user, in its own language; null where it said nothing. */
  readonly detail: string | null;
  /** Messages by field name; empty unless the code is `validation`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds to wait before the next try, where the server said so (`Retry-After`, RFC 9110 §10.2.3). */
  readonly retryAfter: number | null;

  constructor(code: AuthErrorCode, options: AuthErrorOptions = {}) {
    super(options.message || inWords(code), { cause: options.cause });
    this.code = code;
    this.detail = options.message || null;
    this.fields = options.fields ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

function inWords(code: AuthErrorCode): string {
  if (code === 'invalid_credentials') return REFUSED_LOGIN;
  return `The request failed: ${code.replaceAll('_', ' ')}.`;
}
