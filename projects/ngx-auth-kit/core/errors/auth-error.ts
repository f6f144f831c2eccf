/**
 * Stable codes of {@link AuthError}. Show your own text for them, or that of the labels, as the
 * components do. The guide on troubleshooting explains each code.
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

/** Details of a refused request, returned by `AuthBackend.readError`. */
export interface AuthErrorDetails {
  /**
   * Text for the user. It is never shown for a refused login, and never taken from a 5xx answer.
   */
  readonly message?: string;
  /** Messages by field name. */
  readonly fields?: Readonly<Record<string, string>>;
  /** The code, instead of the one that the HTTP status suggests. */
  readonly code?: AuthErrorCode;
}

/** Options of an {@link AuthError}. */
export interface AuthErrorOptions extends Omit<AuthErrorDetails, 'code'> {
  /** Seconds to wait before the next try. */
  readonly retryAfter?: number;
  /** The cause. It must contain no token and no password. */
  readonly cause?: unknown;
}

/** The text for every refused login, whatever the backend says. */
const REFUSED_LOGIN = 'The sign-in details are not correct.';

/**
 * The only error of this library at run time. It contains no token and no password. Its `cause` is
 * the HTTP error without body and headers.
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
  /** The stable code of the error. */
  readonly code: AuthErrorCode;
  /**
   * The text of the backend for the user, in the language of the backend. Null if there is none.
   */
  readonly detail: string | null;
  /** Messages by field name; empty unless the code is `validation`. */
  readonly fields: Readonly<Record<string, string>>;
  /**
   * Seconds to wait before the next try, if the server named them (`Retry-After`, RFC 9110
   * §10.2.3), otherwise null.
   */
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
