import type ts from 'typescript';
import type { MigrationReport } from '../migration/migration-report';
import { propertyName, propertyValue } from '../source/object-properties';

const MOVED = ['tokenGetter', 'allowedDomains', 'whitelistedDomains', 'authScheme', 'headerName'];

const ROUTES =
  'requests to these routes now carry the token if allowedUrls includes them. To send no token, ' +
  'use `context: skipAuth()`. The calls of AuthService do not need it';

const ADVICE: Readonly<Record<string, string | undefined>> = {
  disallowedRoutes: ROUTES,
  blacklistedRoutes: ROUTES,
  skipWhenExpired: 'ngx-auth-kit never sends an expired token',
  throwNoTokenError: 'without a session, ngx-auth-kit sends the request without a token',
};

/** Reports the options that ngx-auth-kit has no like of, and returns them as written; those that change nothing are passed over. */
export function reportOtherOptions(
  config: ts.ObjectLiteralExpression,
  report: MigrationReport,
): string[] {
  return config.properties.flatMap((option) => {
    const name = option.name ? propertyName(option.name) : null;
    if (!name || MOVED.includes(name)) return [];
    const value = propertyValue(config, name)?.getText() ?? '';
    const isIdle =
      (name === 'skipWhenExpired' && value === 'true') ||
      (name === 'throwNoTokenError' && value === 'false') ||
      (name.endsWith('Routes') && /^\[\s*\]$/.test(value));
    if (isIdle) return [];
    report.addLeft(option, `${name}: ${ADVICE[name] ?? 'not an option of ngx-auth-kit'}`);
    return [option.getText()];
  });
}
