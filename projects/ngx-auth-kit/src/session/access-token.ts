import { isObject, property } from '../backends/property';

/** The decoded payload of a JWT (RFC 7519 §4). */
export type AuthClaims = Readonly<Record<string, unknown>>;

/** An access token that may be stored and sent. */
export interface AccessToken {
  readonly value: string;
  /** Null for opaque tokens, which are as usable as any. */
  readonly claims: AuthClaims | null;
  /** From `exp`, in milliseconds since 1970; null where unknown. */
  readonly expiresAt: number | null;
}

const MAX_LENGTH = 16_384;
/** The last moment of ECMAScript's Date, in milliseconds. */
const MAX_DATE = 8.64e15;
/** Visible ASCII that may stand in a header without quoting, and no word that stands for nothing. */
const TOKEN = /^(?!(undefined|null|NaN|true|false)$)[!#$%&'*+\-./0-9:=?@A-Z^_`a-z|~]+$/;

/**
 * Decides whether a value of any origin counts as an access token; null means malformed. A token
 * whose first segment is a JOSE header must be a well-formed signed JWT (RFC 7515 §3.1) or a JWE
 * (RFC 7516 §3.1, opaque to us); everything else in the right characters is opaque. Never throws.
 */
export function parseAccessToken(value: unknown): AccessToken | null {
  if (typeof value !== 'string' || value.length > MAX_LENGTH || !TOKEN.test(value)) return null;
  const segments = value.split('.');
  const [header = '', payload = '', signature = ''] = segments;
  const { alg, enc } = jsonIn(header) ?? {};
  if (typeof alg !== 'string' || (segments.length === 5 && typeof enc === 'string')) {
    return { value, claims: null, expiresAt: null };
  }
  if (segments.length !== 3 || alg.toLowerCase() === 'none' || !bytesIn(signature)) return null;
  const claims = jsonIn(payload, true);
  if (!claims || !jsonIn(header, true)) return null;
  const exp = property(claims, 'exp');
  if (exp === undefined) return { value, claims, expiresAt: null };
  if (!Number.isFinite(exp)) return null;
  const moment = (exp as number) * 1000;
  // Beyond what a Date can hold it is as good as never.
  return { value, claims, expiresAt: Math.abs(moment) <= MAX_DATE ? moment : null };
}

/**
 * The JSON object in a segment; null where there is none.
 * @param strictly Whether it must also be written as it should: two readers must not disagree.
 */
function jsonIn(segment: string, strictly = false): AuthClaims | null {
  const bytes = bytesIn(segment, strictly);
  if (!bytes) return null;
  try {
    const decoder = new TextDecoder('utf-8', { fatal: strictly, ignoreBOM: true });
    const value: unknown = JSON.parse(decoder.decode(bytes));
    return isObject(value) ? value : null;
  } catch {
    // Not UTF-8 or not JSON: the caller decides what that means.
    return null;
  }
}

/** The bytes of a segment; null where it is empty or not unpadded, canonical base64url (RFC 7515 §2). */
function bytesIn(segment: string, strictly = true): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
    const canonical = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    if (!binary || (strictly && canonical !== segment)) return null;
    return Uint8Array.from(binary, (byte) => byte.charCodeAt(0));
  } catch {
    // The only failure there is: something else than base64.
    return null;
  }
}
