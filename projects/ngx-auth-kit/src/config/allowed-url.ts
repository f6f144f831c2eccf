import { configError } from '../errors/config-error';
import { parseUrl } from './parse-url';

/** A parsed entry of `AuthConfig.allowedUrls`. */
export interface AllowedUrl {
  /** Null: this page's own origin. */
  readonly origin: string | null;
  /** Without a trailing slash; empty allows every path. */
  readonly path: string;
}

const FIX = "Use an http(s) URL ('https://api.example.com') or a path on this origin ('/api').";

/**
 * Parses an entry of `allowedUrls`, or `baseUrl`; throws on anything that could match more than it
 * seems to.
 */
export function parseAllowedUrl(entry: unknown, option: string): AllowedUrl {
  if (typeof entry !== 'string' || /[*?#\\\s]/.test(entry)) throw unusable(option, entry);
  if (/^\/(?!\/)/.test(entry)) return { origin: null, path: withoutTrailingSlash(entry) };
  const url = /^https?:\/\/[^/]/i.test(entry) ? parseUrl(entry) : null;
  if (!url) throw unusable(option, entry);
  if (url.username || url.password) throw unusable(option, '(with user info)');
  return { origin: url.origin, path: withoutTrailingSlash(url.pathname) };
}

/** Whether the path is the allowed one or under it, by whole segments. */
export function isUnderPath(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path + '/');
}

function withoutTrailingSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}

function unusable(option: string, entry: unknown): Error {
  return configError(option, entry, FIX);
}
