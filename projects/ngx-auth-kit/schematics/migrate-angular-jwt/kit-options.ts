import ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import { property, propertyName, propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { allowedUrls } from './allowed-urls';
import type { MigrationReport } from './migration-report';
import { constantText, type TokenPlace, tokenPlace } from './token-place';

/** The config of angular-jwt in the words of ngx-auth-kit. */
export interface KitOptions {
  /** Code of each property, by its name. */
  readonly properties: ReadonlyMap<string, string>;
  /** Options without a like, as they were written. */
  readonly left: readonly string[];
  readonly place: TokenPlace;
  /** Whether the code of a property names variables of the file it is from. */
  readonly namesVariables: boolean;
}

/** RFC 9110 §5.6.2: what a scheme may consist of. */
const HTTP_TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;
const MOVED = ['tokenGetter', 'allowedDomains', 'authScheme', 'headerName'];

/** @throws CannotEdit for options without which the token would not be found, or not arrive. */
export function kitOptions(
  sources: Sources,
  config: ts.ObjectLiteralExpression,
  report: MigrationReport,
): KitOptions {
  const source = config.getSourceFile();
  const computed = config.properties.find(({ name }) => !name || propertyName(name) === null);
  if (computed) throw new CannotEdit(source.fileName, 'parts of the config are computed', computed);
  const getter = property(config, 'tokenGetter');
  const place = getter && tokenPlace(sources, getter);
  if (!place) {
    throw new CannotEdit(
      source.fileName,
      'tokenGetter does more than read a key of localStorage or sessionStorage; ' +
        'give ngx-auth-kit a `storage` of your own that does it',
      getter ?? config,
    );
  }
  const properties = new Map<string, string>();
  if (place.key !== 'token')
    properties.set('tokenKey', stringLiteral(place.key, codeStyle(source)));
  if (place.storage === 'session') {
    properties.set('storage', stringLiteral('session', codeStyle(source)));
  }
  const headerName = propertyValue(config, 'headerName');
  if (headerName) properties.set('headerName', headerName.getText());
  const prefix = headerPrefix(sources, config);
  if (prefix !== null) properties.set('headerPrefix', stringLiteral(prefix, codeStyle(source)));
  const urls = allowedUrls(sources, propertyValue(config, 'allowedDomains'), report);
  properties.set('allowedUrls', `[${urls.join(', ')}]`);
  const namesVariables =
    urls.some((url) => url.startsWith('`')) || (!!headerName && !ts.isStringLiteral(headerName));
  return { properties, place, namesVariables, left: reportOthers(config, report) };
}

/** Null where the config says nothing: both packages then send `Bearer`, unless the backend wants else. */
function headerPrefix(sources: Sources, config: ts.ObjectLiteralExpression): string | null {
  const scheme = property(config, 'authScheme');
  if (!scheme) return null;
  const value = propertyValue(config, 'authScheme');
  const prefix = value && constantText(sources, value)?.trimEnd();
  if (typeof prefix === 'string' && HTTP_TOKEN.test(prefix)) return prefix;
  const path = config.getSourceFile().fileName;
  throw new CannotEdit(path, 'authScheme is not one constant word', scheme);
}

/** Reports the options that ngx-auth-kit has no like of; those that change nothing are passed over. */
function reportOthers(config: ts.ObjectLiteralExpression, report: MigrationReport): string[] {
  return config.properties.flatMap((option) => {
    const name = option.name ? propertyName(option.name) : null;
    if (!name || MOVED.includes(name)) return [];
    const value = propertyValue(config, name)?.getText();
    const isIdle =
      (name === 'skipWhenExpired' && value === 'true') ||
      (name === 'throwNoTokenError' && value === 'false') ||
      (name === 'disallowedRoutes' && /^\[\s*\]$/.test(value ?? ''));
    if (isIdle) return [];
    report.addLeft(option, `${name}: ${ADVICE[name] ?? 'not an option of ngx-auth-kit'}`);
    return [option.getText()];
  });
}

const ADVICE: Readonly<Record<string, string | undefined>> = {
  disallowedRoutes:
    'requests to them now carry the token where allowedUrls lets it; ' +
    'give them `context: skipAuth()` (the auth endpoints need nothing)',
  skipWhenExpired: 'ngx-auth-kit never sends an expired token',
  throwNoTokenError: 'ngx-auth-kit sends a request without a session as it is',
};
