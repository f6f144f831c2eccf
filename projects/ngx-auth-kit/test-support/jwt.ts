/** Builds tokens for tests. They look signed; no test here needs a signature that holds. */
export function jwt(
  claims: Record<string, unknown> = {},
  header: Record<string, unknown> = { alg: 'HS256', typ: 'JWT' },
): string {
  return `${encode(header)}.${encode(claims)}.c2lnbmF0dXJl`;
}

/** Base64url of the UTF-8 JSON. */
export function encode(value: unknown): string {
  return encodeText(JSON.stringify(value));
}

/** Base64url of the UTF-8 text. */
export function encodeText(text: string): string {
  return encodeBytes(new TextEncoder().encode(text));
}

/** Base64url of the bytes. */
export function encodeBytes(bytes: Iterable<number>): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Seconds since 1970, this many from now. */
export function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}
