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
  const text = typeof entry === 'string' && !/[*?#\\\s]/.test(entry) ? entry : '';
  if (/^\/(?!\/)/.test(text)) return { origin: null, path: withoutTrailingSlash(text) };
  const url = /^https?:\/\/[^/]/i.test(text) ? parseUrl(text) : null;
  if (!url || url.username || url.password) {
    throw configError(option, url ? '(with user info)' : entry, FIX);
  }
  return { origin: url.origin, path: withoutTrailingSlash(url.pathname) };
}

/** Whether the path is the allowed one or under it, by whole segments. */
export function isUnderPath(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path + '/');
}

function withoutTrailingSlash(path: string): string {
  return path.replace(/\/$/, '');
}
