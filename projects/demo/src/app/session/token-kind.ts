/** What kind of proof the session has, in words. */
export function tokenKind(token: string | null, isJwt: boolean): string {
  if (token === null) return 'HttpOnly cookie, which no script can read';
  return isJwt ? `JWT (${algorithmOf(token)})` : 'Opaque: only the backend can read it';
}

/** From the header of a JWT (RFC 7515 §4.1.1), which the library has checked. */
function algorithmOf(token: string): string {
  const [header = ''] = token.split('.', 1);
  const { alg } = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))) as {
    alg: string;
  };
  return alg;
}
