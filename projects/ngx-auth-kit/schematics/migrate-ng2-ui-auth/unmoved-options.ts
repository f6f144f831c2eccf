import type { MigrationReport } from '../migration/migration-report';
import { NG2_UI_AUTH } from './ng2-ui-auth';
import type { UiAuthOptions } from './ui-auth-options';

const MOVED = [
  'authHeader',
  'authToken',
  'baseUrl',
  'loginUrl',
  'resolveToken',
  'signupUrl',
  'storageType',
  'tokenName',
  'tokenPrefix',
  'tokenRoot',
  'tokenSeparator',
  'withCredentials',
];

const SOCIAL =
  'social sign-in is not part of ngx-auth-kit: use a library for OpenID Connect, and pass the token to ' +
  '`auth.setToken(token)`';

const ADVICE: Readonly<Record<string, string | undefined>> = {
  providers: SOCIAL,
  unlinkUrl: SOCIAL,
  cordova: 'not needed: there are no popups',
};

/** Options that have no default, so that a value of another kind would be lost. */
const TEXTS = [
  'authHeader',
  'authToken',
  'tokenName',
  'tokenPrefix',
  'tokenSeparator',
  'tokenRoot',
];

/** Reports the options that ngx-auth-kit has no like of, and what to look at; returns the former as written. */
export function reportUnmoved(options: UiAuthOptions, report: MigrationReport): string[] {
  for (const name of TEXTS) {
    const value = options.find(name);
    if (!value || options.text(name, '') !== null || /^(null|undefined|'')$/.test(value.getText()))
      continue;
    report.addToCheck(value, `${name} is computed. Write its value into the new config`);
  }
  const storage = options.find('storageType');
  if (storage && /cookie/i.test(storage.getText())) {
    report.addToCheck(
      storage,
      'tokens are stored in web storage, not in cookies. Users have to sign in again',
    );
  }
  const credentials = options.find('withCredentials');
  if (credentials?.getText() === 'true') {
    report.addToCheck(
      credentials,
      "cookies are sent to the auth endpoints. If a cookie holds the session, set `session: 'cookie'`",
    );
  }
  const resolve = options.find('resolveToken');
  if (resolve && options.arity('resolveToken') > 1) {
    report.addToCheck(
      resolve,
      'resolveToken no longer gets the config. Write the values that it needs into the function',
    );
  }
  const interceptor = options.call.arguments[1];
  if (interceptor?.getText() === 'false') {
    report.addToCheck(
      interceptor,
      `${NG2_UI_AUTH} sent no token by itself. Remove your own interceptor, or set allowedUrls: []`,
    );
  }
  return options.names.flatMap((name) => {
    const value = options.find(name);
    if (!value || MOVED.includes(name)) return [];
    report.addLeft(value, `${name}: ${ADVICE[name] ?? 'not an option of ngx-auth-kit'}`);
    // The client ids of providers are long; they stay in the app's history.
    return name === 'providers' ? [] : [`${name}: ${value.getText()}`];
  });
}
