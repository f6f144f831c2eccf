import { DefaultUrlSerializer, PRIMARY_OUTLET, UrlSegmentGroup } from '@angular/router';
import { parseUrl } from '../config/parse-url';

const MAX_LENGTH = 2_048;
const MAX_DECODINGS = 3;
/** Stands in for the app's own origin: only whether it is kept matters. */
const ORIGIN = 'https://app.invalid';
/** One slash that a browser does not take for the start of a host. */
const ROOTED = /^\/(?![/\\])/;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Whether a return URL may be navigated to. It must be a path of this app, also after servers,
 * proxies and browsers have decoded and normalized it (OWASP's "unvalidated redirects"). It must not
 * lead to a page that would lead back.
 */
export function isValidReturnUrl(url: unknown, loginUrl: string): url is string {
  if (typeof url !== 'string' || url.length > MAX_LENGTH) return false;
  if (CONTROL.test(url) || hasLoneSurrogate(url) || !staysOnOrigin(url)) return false;
  const path = pathOf(url);
  // What the router cannot parse, it would take for the root.
  if (path.includes('\\') || !parseTree(url)) return false;
  const [login = ''] = routesIn(pathOf(loginUrl));
  const siblings = login.slice(0, login.lastIndexOf('/'));
  const refused = [login, '/register', '/logout', `${siblings}/register`, `${siblings}/logout`];
  return pathForms(path).every(
    (form) =>
      !CONTROL.test(form) &&
      staysOnOrigin(form) &&
      !routesIn(form).some((route) => refused.includes(route)),
  );
}

/** The path as written and after each decoding, until decoding fails or changes nothing. */
function pathForms(path: string): string[] {
  const forms = [path];
  for (let pass = 0; pass < MAX_DECODINGS; pass++) {
    const next = attempt(() => decodeURIComponent(path).normalize('NFKC'));
    if (next === null || next === path) break;
    forms.push((path = next));
  }
  return forms;
}

function staysOnOrigin(url: string): boolean {
  const parsed = ROOTED.test(url) ? parseUrl(url, ORIGIN) : null;
  return parsed?.origin === ORIGIN && !parsed.pathname.startsWith('//');
}

/**
 * The routes that a path may lead to, as the router reads it: without dot segments, matrix
 * parameters and a trailing slash. Outlets in parentheses count by themselves, too.
 */
function routesIn(path: string): string[] {
  const pathname = parseUrl(path.replace(/;[^/()]*/g, ''), ORIGIN)?.pathname;
  const root = pathname && parseTree(pathname)?.root;
  return root ? routesOf(root, '') : [];
}

function routesOf(group: UrlSegmentGroup, above: string): string[] {
  const own = group.segments.map(({ path }) => path && `/${path.toLowerCase()}`).join('');
  const isPage = group.segments.length > 0 || !group.children[PRIMARY_OUTLET];
  const below = Object.values(group.children).flatMap((child) => routesOf(child, above + own));
  return isPage ? [own, above + own, ...below] : below;
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

function parseTree(url: string) {
  return attempt(() => new DefaultUrlSerializer().parse(url));
}

/** The result, or null for a malformed escape, or for parentheses that the router cannot parse. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Stands in a function: a bundler that replaces the expression would keep it for every app. */
function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
