/** A token of an hour. Nobody verifies the signature; the number keeps tokens apart. */
export function jwt(serial = 0): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = { sub: 'ada', iat: now, exp: now + 3_600, serial };
  return `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(payload)}.${'A'.repeat(43)}`;
}

function encoded(part: object): string {
  return btoa(JSON.stringify(part)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}
