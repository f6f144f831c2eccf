import { jwtDecode } from 'jwt-decode';
import { isObject, property } from '../../backends/property';

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
/** Visible ASCII that may stand in a header without quoting. */
const TOKEN_CHARACTERS = /^[!#$%&'*+\-./0-9:=?@A-Z^_`a-z|~]+$/;
const NOT_TOKENS = ['undefined', 'null', 'NaN', 'true', 'false'];

/**
 * Decides whether a value of any origin counts as an access token; null means malformed. A token
 * whose first segment is a JOSE header must be a well-formed signed JWT (RFC 7515 §3.1) or a JWE
 * (RFC 7516 §3.1, opaque to us); everything else in the right characters is opaque. Never throws.
 */
export function parseAccessToken(value: unknown): AccessToken | null {
  if (
    typeof value !== 'string' ||
    value.length > MAX_LENGTH ||
    !TOKEN_CHARACTERS.test(value) ||
    NOT_TOKENS.includes(value)
  ) {
    return null;
  }
  const opaque: AccessToken = { value, claims: null, expiresAt: null };
  const header = decoded(value, true);
  if (typeof header?.['alg'] !== 'string') return opaque;

  const segments = value.split('.');
  if (segments.length === 5 && typeof header['enc'] === 'string') return opaque;
  if (segments.length !== 3 || header['alg'].toLowerCase() === 'none') return null;
  if (!segments.every((segment, index) => isStrict(segment, index < 2))) return null;

  const claims = decoded(value);
  if (!claims) return null;
  const exp = property(claims, 'exp');
  if (exp === undefined) return { value, claims, expiresAt: null };
  if (!Number.isFinite(exp)) return null;
  const moment = (exp as number) * 1000;
  // Beyond what a Date can hold it is as good as never.
  return { value, claims, expiresAt: Math.abs(moment) <= MAX_DATE ? moment : null };
}

/** The header or the payload; null where it is not base64 or no JSON object. */
function decoded(token: string, header = false): AuthClaims | null {
  try {
    const part = jwtDecode<object>(token, { header });
    return isObject(part) ? part : null;
  } catch {
    // The caller decides what that means.
    return null;
  }
}

/**
 * Whether a segment is unpadded base64url (RFC 7515 §2) in its one canonical form, so without stray
 * trailing bits, and text in UTF-8: jwt-decode falls back to Latin-1, and two readers must not disagree.
 */
function isStrict(segment: string, isText: boolean): boolean {
  try {
    const binary = atob(segment.replaceAll('-', '+').replaceAll('_', '/'));
    if (isText) {
      const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    return binary !== '' && toBase64Url(binary) === segment;
  } catch {
    // Not base64, or not UTF-8.
    return false;
  }
}

function toBase64Url(binary: string): string {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
