import type ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import type { UiAuthOptions } from './ui-auth-options';

/** Where the auth endpoints are, as code. */
export interface Endpoints {
  readonly baseUrl: string;
  readonly login: string;
  readonly register: string;
  /** What the code contains of the config. */
  readonly expressions: readonly ts.Expression[];
}

const DEFAULTS = { baseUrl: '/', loginUrl: '/auth/login', signupUrl: '/auth/signup' };

/**
 * Splits the URLs that `baseUrl`, `loginUrl` and `signupUrl` make into what they share and two paths. A
 * `baseUrl` that is computed stays as it is. @throws CannotEdit if there is no such split.
 */
export function endpointsOf(options: UiAuthOptions, source: ts.SourceFile): Endpoints {
  const [login, signup] = (['loginUrl', 'signupUrl'] as const).map((name) => {
    const path = options.text(name, DEFAULTS[name]);
    if (path !== null) return path;
    throw refusal(options, name, `${name} is computed. Write it out`);
  }) as [string, string];
  const literal = (text: string) => stringLiteral(text, codeStyle(source));
  const base = options.text('baseUrl', DEFAULTS.baseUrl);
  const computed = options.find('baseUrl');
  if (base === null && computed) {
    if ([login, signup].some((url) => /^[a-z]+:/i.test(url))) {
      throw refusal(
        options,
        'baseUrl',
        'baseUrl is computed, and loginUrl or signupUrl is absolute',
      );
    }
    return {
      baseUrl: computed.getText(),
      login: literal(rooted(login)),
      register: literal(rooted(signup)),
      expressions: [computed],
    };
  }
  const [loginUrl, signupUrl] = [login, signup].map((url) => joined(base ?? '', url));
  const shared = sharedFolder(loginUrl!, signupUrl!);
  if (shared === null) {
    throw refusal(
      options,
      'signupUrl',
      `${loginUrl} and ${signupUrl} have different origins. Send your own request to register, with ` +
        '`context: skipAuth()`',
    );
  }
  return {
    baseUrl: literal(shared || '/'),
    login: literal(loginUrl!.slice(shared.length)),
    register: literal(signupUrl!.slice(shared.length)),
    expressions: [],
  };
}

/** As ng2-ui-auth joins them. */
function joined(base: string, url: string): string {
  if (/^(?:[a-z]+:)?\/\//i.test(url)) return url;
  const path = `${base}/${url}`.replace(/\/+/g, '/').replace(/:\//, '://');
  return /^[a-z]+:/i.test(path) ? path : rooted(path);
}

/** The folder that both URLs are in; null for two origins. */
function sharedFolder(one: string, other: string): string | null {
  const [parts, others] = [one, other].map((url) => url.split('/').slice(0, -1)) as [
    string[],
    string[],
  ];
  const differing = parts.findIndex((part, index) => part !== others[index]);
  const shared = parts.slice(0, differing < 0 ? parts.length : differing);
  const isAbsolute = /^[a-z]+:/i.test(one) || /^[a-z]+:/i.test(other);
  return isAbsolute && shared.length < 3 ? null : shared.join('/');
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

function refusal(options: UiAuthOptions, name: string, reason: string): CannotEdit {
  const node = options.find(name) ?? options.call;
  return new CannotEdit(node.getSourceFile().fileName, reason, node);
}
