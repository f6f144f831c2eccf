import type ts from 'typescript';
import { KIT } from '../app/kit-setup';
import type { MigrationReport } from '../migration/migration-report';
import type { MovedConfig } from '../migration/moved-config';
import { codeStyle, stringLiteral } from '../source/code-style';
import { localName } from '../source/import-names';
import { endpointsOf } from './endpoints';
import { readTokensCode } from './read-tokens-code';
import { reportUnmoved } from './unmoved-options';
import type { UiAuthOptions } from './ui-auth-options';

/** What satellizer's tutorials have as backend: `{ token }` on sign-in, `message` on errors. */
const PRESET = 'flaskRestful';

/** The config of ng2-ui-auth in the words of ngx-auth-kit. @throws CannotEdit */
export function uiAuthConfig(
  options: UiAuthOptions,
  source: ts.SourceFile,
  report: MigrationReport,
): MovedConfig {
  const literal = (text: string) => stringLiteral(text, codeStyle(source));
  const endpoints = endpointsOf(options, source);
  const tokens = readTokensCode(options);
  const cookies =
    options.find('withCredentials')?.getText() === 'true' ? ', withCredentials: true' : '';
  const backend = [
    `...${localName(source, PRESET, KIT)},`,
    'endpoints: {',
    `  login: { path: ${endpoints.login}${cookies} },`,
    `  register: { path: ${endpoints.register}${cookies} },`,
    '},',
    ...(tokens ? `readTokens: ${tokens.code},`.split('\n') : []),
  ];
  const properties = new Map([
    ['baseUrl', endpoints.baseUrl],
    ['backend', `{\n${backend.map((line) => `  ${line}\n`).join('')}}`],
    ['tokenKey', literal(tokenKey(options))],
  ]);
  const header = options.text('authHeader', '');
  if (header) properties.set('headerName', literal(header));
  const prefix = options.text('authToken', 'Bearer');
  if (prefix !== null && prefix !== 'Bearer') properties.set('headerPrefix', literal(prefix));
  const storage = storageOf(options);
  if (storage !== 'local') properties.set('storage', literal(storage));
  return {
    properties,
    symbols: [PRESET],
    left: reportUnmoved(options, report),
    expressions: [...endpoints.expressions, ...(tokens?.expressions ?? [])],
    features: [],
  };
}

/** The key under which the users' tokens are stored. */
function tokenKey(options: UiAuthOptions): string {
  const prefix = options.text('tokenPrefix', 'ng2-ui-auth');
  const separator = options.text('tokenSeparator', '_') ?? '_';
  const name = options.text('tokenName', 'token') ?? 'token';
  return prefix ? prefix + separator + name : name;
}

/** The storage that lasts as long; cookies, which scripts read as well, have their like in these. */
function storageOf(options: UiAuthOptions): 'local' | 'session' | 'memory' {
  const given = options.find('storageType')?.getText() ?? '';
  if (/session/i.test(given)) return 'session';
  return /memory|none/i.test(given) ? 'memory' : 'local';
}
