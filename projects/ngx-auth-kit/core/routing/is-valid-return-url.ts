import { parseUrl } from '../config/parse-url';

const MAX_LENGTH = 2_048;
const MAX_DECODINGS = 3;
/** Stands in for the app's own origin: only whether it is kept matters. */
const ORIGIN = 'https://app.invalid';
/** One slash, and then nothing that a browser would take for the start of a host. */
const ROOTED = /^\/(?![/\\])/;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Whether a return URL may be navigated to: a plain path of this app, also after whatever decoding
 * and normalising a server, a proxy or a browser on its way may do (OWASP's "unvalidated
 * redirects"), and none of the routes that would lead the user in a circle.
 */
export function isValidReturnUrl(url: unknown, loginUrl: string): url is string {
  if (typeof url !== 'string' || url.length > MAX_LENGTH) return false;
  if (CONTROL.test(url) || hasLoneSurrogate(url) || decoded(url) === null) return false;
  if (!staysOnOrigin(url)) return false;
  return (
    pathForms(pathOf(url))?.every((path) => isPlain(path) && !isAuthRoute(path, loginUrl)) ?? false
  );
}

/** The path as it is and after each decoding, each also in compatibility form; null if one fails. */
function pathForms(path: string): string[] | null {
  const forms = [path, path.normalize('NFKC')];
  for (let pass = 0; pass < MAX_DECODINGS; pass++) {
    const next = decoded(path);
    if (next === null) return null;
    if (next === path) break;
    forms.push(next, next.normalize('NFKC'));
    path = next;
  }
  return forms;
}

function isPlain(path: string): boolean {
  return !CONTROL.test(path) && !path.includes('\\') && staysOnOrigin(path);
}

function staysOnOrigin(url: string): boolean {
  const parsed = ROOTED.test(url) ? parseUrl(url, ORIGIN) : null;
  return parsed?.origin === ORIGIN && !parsed.pathname.startsWith('//');
}

/** Compared as the router would see it: without dot segments, matrix parameters and a trailing slash. */
function isAuthRoute(path: string, loginUrl: string): boolean {
  const route = routeOf(path);
  const login = routeOf(pathOf(loginUrl));
  const siblings = login.slice(0, login.lastIndexOf('/'));
  return [login, '/register', '/logout', `${siblings}/register`, `${siblings}/logout`].includes(
    route,
  );
}

function routeOf(path: string): string {
  const withoutMatrix = path.replace(/;[^/]*/g, '');
  const pathname = parseUrl(withoutMatrix, ORIGIN)?.pathname ?? withoutMatrix;
  return (decoded(pathname) ?? pathname).replace(/\/+$/, '').toLowerCase();
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    // The only failure there is: a malformed escape.
    return null;
  }
}

/** Written out here and not above: a bundler that replaces the expression would keep it for every app. */
function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
