import { AuthBackend } from '../backends/auth-backend';
import { configError } from '../errors/config-error';
import { AuthStorage } from '../storage/auth-storage';
import { AuthConfig } from './auth-config';

/** RFC 9110 §5.6.2: what a header name or an authentication scheme may consist of. */
const HTTP_TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** What is appended to `baseUrl`. */
const PATH = /^\/(?!\/)[^\\\s]*$/;

/**
 * Throws on configuration that cannot work, naming the option, its value and the fix. The URLs are
 * checked where they are parsed, also in production; this is for dev mode.
 */
export function validateConfig(config: AuthConfig): void {
  if (config === null || typeof config !== 'object') {
    throw configError('config', config, "Pass an object, at least { baseUrl: '/api' }.");
  }
  const { headerName, headerPrefix, tokenKey, allowedUrls, requestTimeout } = config;
  if (headerName !== undefined && !matches(headerName, HTTP_TOKEN)) {
    throw configError('headerName', headerName, "Use a header name such as 'Authorization'.");
  }
  if (headerPrefix !== undefined && headerPrefix !== '' && !matches(headerPrefix, HTTP_TOKEN)) {
    throw configError('headerPrefix', headerPrefix, "Use one word such as 'Bearer', or ''.");
  }
  if (tokenKey !== undefined && !matches(tokenKey, /\S/)) {
    throw configError('tokenKey', tokenKey, "Use a storage key such as 'token'.");
  }
  if (allowedUrls !== undefined && !Array.isArray(allowedUrls)) {
    throw configError(
      'allowedUrls',
      allowedUrls,
      "Use a list such as ['https://api.example.com'].",
    );
  }
  if (requestTimeout !== undefined && !isTimerDelay(requestTimeout)) {
    throw configError('requestTimeout', requestTimeout, 'Use a positive number of milliseconds.');
  }
  validateStorage(config.storage);
  validateRoute('loginUrl', config.loginUrl);
  validateRoute('homeUrl', config.homeUrl);
  const { homeUrl = '/status', loginUrl = '/login' } = config;
  if (homeUrl === loginUrl) {
    throw configError('homeUrl', homeUrl, 'Use another route than loginUrl.');
  }
  validateBackend(config.backend);
}

function validateStorage(storage: AuthConfig['storage']): void {
  if (storage === undefined || ['local', 'session', 'memory'].includes(storage as string)) return;
  const { get, set, remove } = (storage ?? {}) as Partial<AuthStorage>;
  if (![get, set, remove].every((method) => typeof method === 'function')) {
    throw configError(
      'storage',
      storage,
      "Use 'local', 'session', 'memory' or an object with get, set and remove.",
    );
  }
}

function validateRoute(option: string, url: unknown): void {
  if (url !== undefined && !matches(url, /^\/(?![/\\])[^\\\s]*$/)) {
    throw configError(option, url, "Use a route of this app that starts with '/'.");
  }
}

function validateBackend(backend: AuthBackend | undefined): void {
  if (backend === undefined) return;
  const { endpoints, readTokens, readUser, headerPrefix, session = 'token' } = backend ?? {};
  if (!endpoints?.login || ![readTokens, readUser].every((read) => typeof read === 'function')) {
    throw configError('backend', backend, 'Spread a preset: { ...flaskJwtAuth, … }.');
  }
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path: unknown = endpoint?.path;
    if (endpoint && !matches(path, PATH)) {
      throw configError(`backend.endpoints.${name}.path`, path, "Start it with '/'.");
    }
    validateHeaders(`backend.endpoints.${name}.headers`, endpoint?.headers);
  }
  const { identifier, asksPassword = true } = backend;
  if (identifier !== undefined && !['email', 'username', 'phone'].includes(identifier)) {
    throw configError('backend.identifier', identifier, "Use 'email', 'username' or 'phone'.");
  }
  if (typeof asksPassword !== 'boolean') {
    throw configError('backend.asksPassword', asksPassword, 'Use true or false.');
  }
  const { path, refused, renewal } = backend.xsrf ?? {};
  if (path !== undefined && !matches(path, PATH)) {
    throw configError('backend.xsrf.path', path, "Start it with '/'.");
  }
  if (refused !== undefined && typeof refused !== 'function') {
    throw configError('backend.xsrf.refused', refused, 'Use a function of the error answer.');
  }
  if (!renewal && (path ?? refused)) {
    const fix = "Add renewal: xsrfRenewal, from 'ngx-auth-kit': path and refused need it.";
    throw configError('backend.xsrf.renewal', renewal, fix);
  }
  if (!['token', 'cookie'].includes(session)) {
    throw configError('backend.session', session, "Use 'token' or 'cookie'.");
  }
  if (headerPrefix && !HTTP_TOKEN.test(headerPrefix)) {
    throw configError('backend.headerPrefix', headerPrefix, "Use one word such as 'Bearer'.");
  }
}

function validateHeaders(option: string, headers: unknown): void {
  if (headers === undefined || typeof headers === 'function') return;
  const isObject = headers !== null && typeof headers === 'object' && !Array.isArray(headers);
  const isHeader = ([name, value]: [string, unknown]) =>
    matches(name, HTTP_TOKEN) && matches(value, /^[^\r\n\0]*$/);
  if (isObject && Object.entries(headers).every(isHeader)) return;
  // Not their values, which may be keys.
  const fix = "Use an object such as { 'X-Tenant': 'acme' }, or a function that returns one.";
  throw configError(option, headers, fix);
}

/** What `setTimeout` keeps to; longer delays fire at once. */
function isTimerDelay(value: unknown): boolean {
  return typeof value === 'number' && value > 0 && value <= 2 ** 31 - 1;
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
