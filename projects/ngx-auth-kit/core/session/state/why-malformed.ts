import { isObject, property } from '../../backends/property';

/**
 * Says why `parseAccessToken` refuses a value, in words that follow "the token". Quotes nothing of
 * it. For dev mode: production builds have no use for it.
 */
export function whyMalformed(value: unknown): string {
  if (typeof value !== 'string')
    return `is no string but ${value === null ? 'null' : typeof value}`;
  if (value === '') return 'is an empty string';
  if (/^".*"$/s.test(value)) {
    return 'is stored as JSON text, in quotes; withLegacyTokens() can read what earlier code stored';
  }
  if (/^\S+ +\S+$/.test(value))
    return 'has a word and a space before it that is not the headerPrefix';
  if (/[^!-~]/.test(value))
    return 'has a space, a line break or a letter that headers cannot carry';
  if (/["(),;<>[\\\]{}]/.test(value)) return 'has a character such as a quote, a comma or a brace';
  if (value.length > 16_384) return 'is longer than 16,384 characters';
  const [header, payload, ...others] = value.split('.');
  if (payload === undefined) return `is a word that is no token, or a part of a JWT`;
  if (others.length !== 1) return `claims to be a JWT, and has not three parts`;
  if (/"alg":\s*"none"/i.test(textOf(header) ?? ''))
    return 'is a JWT that is not signed (alg none)';
  if (value.includes('='))
    return 'is a JWT with padding ("="), which base64url has not (RFC 7515 §2)';
  if (value.split('.').includes('')) return 'is a JWT with an empty part';
  const text = textOf(payload);
  if (text === null) return 'is a JWT whose payload is not base64url of UTF-8 (is it Latin-1?)';
  const exp = expIn(text);
  if (exp === undefined)
    return 'is a JWT whose payload is no JSON object, or not base64url (RFC 7515 §2)';
  const kind = exp === null ? 'null' : typeof exp === 'number' ? 'infinite' : `a ${typeof exp}`;
  return `is a JWT whose "exp" is ${kind} and not a number of seconds since 1970 (RFC 7519 §4.1.4)`;
}

/** The text of a part; null if it is not base64url of UTF-8. */
function textOf(part = ''): string | null {
  try {
    const binary = atob(part.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Said by the caller.
    return null;
  }
}

/** The `exp` of a payload; undefined if there is nothing wrong with it. */
function expIn(text: string): unknown {
  try {
    const payload: unknown = JSON.parse(text);
    const exp = isObject(payload) ? property(payload, 'exp') : undefined;
    return Number.isFinite(exp) ? undefined : exp;
  } catch {
    // No JSON, which the caller says.
    return undefined;
  }
}
