import type ts from 'typescript';
import type { MigrationReport } from '../migration/migration-report';
import type { MovedConfig } from '../migration/moved-config';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import { constantText } from '../source/constant-text';
import { functionAt } from '../source/function-of';
import { property, propertyName, propertyValue } from '../source/object-properties';
import { plainReturns } from '../source/plain-returns';
import type { Sources } from '../source/sources';
import { allowedUrls } from './allowed-urls';
import type { Injected } from './class-method';
import type { JwtModuleCall } from './jwt-module';
import { legacyTokens } from './legacy-tokens';
import { reportOtherOptions } from './other-options';
import { type TokenPlace, tokenPlace } from './token-place';

/** The config of angular-jwt in the words of ngx-auth-kit. */
export interface KitOptions extends MovedConfig {
  /** Null where angular-jwt had no token. */
  readonly place: TokenPlace | null;
}

const NOTHING = { symbols: [], left: [], expressions: [], features: [] };

/** RFC 9110 §5.6.2: what a scheme may consist of. */
const HTTP_TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]*$/;

/** @throws CannotEdit for options without which the token would not be found, or not arrive. */
export function kitOptions(
  sources: Sources,
  paths: readonly string[],
  { options: { config, injected }, call }: JwtModuleCall,
  report: MigrationReport,
): KitOptions {
  const place = config && placeOf(sources, config, injected);
  if (!place) {
    report.addToCheck(
      call,
      'angular-jwt had no tokenGetter and sent no token. ngx-auth-kit sends the token of its own ' +
        'sign-in to the origin of baseUrl, or to `allowedUrls`',
    );
  }
  const properties = new Map<string, string>();
  if (!config) return { ...NOTHING, properties, place: null };
  const source = config.getSourceFile();
  const literal = (text: string) => stringLiteral(text, codeStyle(source));
  if (place && !place.json && place.key !== 'token') properties.set('tokenKey', literal(place.key));
  if (place?.storage === 'session') properties.set('storage', literal('session'));
  const headerName = propertyValue(config, 'headerName');
  if (headerName) properties.set('headerName', headerName.getText());
  const prefix = headerPrefix(sources, config);
  if (prefix !== null) properties.set('headerPrefix', literal(prefix));
  const urls = allowedUrls(sources, paths, config, report);
  properties.set('allowedUrls', `[${urls.code.join(', ')}]`);
  return {
    ...NOTHING,
    properties,
    place,
    features: place?.json ? [legacyTokens(place)] : [],
    expressions: [...urls.expressions, ...(headerName ? [headerName] : [])],
    left: reportOtherOptions(config, report),
  };
}

function placeOf(
  sources: Sources,
  config: ts.ObjectLiteralExpression,
  injected: Injected,
): TokenPlace | null {
  const { fileName } = config.getSourceFile();
  const computed = config.properties.find(({ name }) => !name || propertyName(name) === null);
  if (computed) {
    throw new CannotEdit(fileName, 'parts of the config are computed. Write them out', computed);
  }
  const getter = property(config, 'tokenGetter');
  if (!getter) return null;
  const found = functionAt(sources, getter);
  const place = found && tokenPlace(sources, found, injected);
  if (place) return place;
  throw new CannotEdit(
    fileName,
    'tokenGetter does more than read a key of localStorage or sessionStorage. Pass its ' +
      'token to the library when the app starts: `provideAppInitializer(async () => { const auth = ' +
      'inject(AuthService); const token = await tokenGetter(); if (token) auth.setToken(token); })`',
    getter,
  );
}

/** Null where the config says nothing: both packages then send `Bearer`, unless the backend wants else. */
function headerPrefix(sources: Sources, config: ts.ObjectLiteralExpression): string | null {
  const scheme = property(config, 'authScheme');
  if (!scheme) return null;
  const value = propertyValue(config, 'authScheme');
  const made = functionAt(sources, scheme);
  const returned = made ? plainReturns(made)?.values : [value];
  const [word, ...more] = returned ?? [];
  const prefix = word && more.length === 0 ? constantText(sources, word)?.trimEnd() : null;
  if (typeof prefix === 'string' && HTTP_TOKEN.test(prefix)) return prefix;
  throw new CannotEdit(
    config.getSourceFile().fileName,
    "authScheme is not a single constant word. Write the scheme that the API expects: `headerPrefix: 'Bearer'`",
    scheme,
  );
}
