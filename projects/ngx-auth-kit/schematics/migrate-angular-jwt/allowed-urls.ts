import ts from 'typescript';
import { valueOf } from '../app/app-setup';
import type { MigrationReport } from '../migration/migration-report';
import { codeStyle, stringLiteral } from '../source/code-style';
import { constantText } from '../source/constant-text';
import { propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';

/** The entries of `allowedUrls`. */
export interface AllowedUrls {
  readonly code: readonly string[];
  /** What of the config the code contains. */
  readonly expressions: readonly ts.Expression[];
}

/** Hosts of development, which are seldom served over TLS. */
const LOCAL_HOST = /^(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])(:\d+)?$/;
/** Under this name since version 5, under the other one before. */
const OPTIONS = ['allowedDomains', 'whitelistedDomains'];

/**
 * The page's own origin, to which angular-jwt always sends the token, and a URL for every host of
 * `allowedDomains`. What has no like is reported.
 */
export function allowedUrls(
  sources: Sources,
  paths: readonly string[],
  config: ts.ObjectLiteralExpression,
  report: MigrationReport,
): AllowedUrls {
  const isCalled = (url: string) => paths.some((path) => callsUrl(sources, path, url));
  const code = [stringLiteral('/', codeStyle(config.getSourceFile()))];
  const expressions: ts.Expression[] = [];
  const addHosts = (hosts: ts.Expression): void => {
    const listed = sources.attempt(() => valueOf(sources, hosts)) ?? hosts;
    if (ts.isArrayLiteralExpression(listed)) return listed.elements.forEach(addHost);
    const urls = urlsOf('host', ['http', 'https']).join(', ');
    code.push(`...${operand(hosts)}.flatMap((host) => [${urls}])`);
    addComputed(hosts, 'http and https are allowed', 'remove the scheme that is not used');
  };
  const addHost = (element: ts.Expression): void => {
    if (ts.isSpreadElement(element)) return addHosts(element.expression);
    const host = constantText(sources, element);
    // A property may have another value in production, by file replacement.
    if (host !== null && !ts.isPropertyAccessExpression(element)) {
      code.push(...hostUrls(element, host, isCalled, report));
    } else if (ts.isRegularExpressionLiteral(element) || ts.isNewExpression(element)) {
      report.addLeft(
        element,
        `allowedDomains: ${element.getText()}: the token is no longer sent there. ` +
          'List the origins in allowedUrls, which does not accept a RegExp',
      );
    } else if (host !== null && LOCAL_HOST.test(host)) {
      code.push(...urlsOf(element.getText(), ['http', 'https']));
      addComputed(element, 'http and https are allowed', 'remove the scheme that is not used');
    } else {
      code.push(...urlsOf(element.getText(), ['https']));
      addComputed(element, 'https is assumed', 'if it is http, change the scheme');
    }
  };
  const addComputed = (expression: ts.Expression, what: string, advice: string): void => {
    expressions.push(expression);
    report.addToCheck(
      expression,
      `allowedUrls: ${what} for \`${expression.getText()}\`; ${advice}`,
    );
  };
  for (const option of OPTIONS) {
    const hosts = propertyValue(config, option);
    if (hosts) addHosts(hosts);
  }
  return { code: [...new Set(code)], expressions };
}

/** Code of an expression that a member can be taken of. */
function operand(expression: ts.Expression): string {
  const text = expression.getText();
  return ts.isConditionalExpression(expression) || ts.isBinaryExpression(expression)
    ? `(${text})`
    : text;
}

/** Code of the URLs of a host that an expression gives. */
function urlsOf(host: string, schemes: readonly string[]): string[] {
  return schemes.map((scheme) => `\`${scheme}://\${${host}}\``);
}

/** With the schemes by which the app's code names the host; else with the likely one, to be checked. */
function hostUrls(
  element: ts.Expression,
  host: string,
  isCalled: (url: string) => boolean,
  report: MigrationReport,
): string[] {
  const style = codeStyle(element.getSourceFile());
  const scheme = LOCAL_HOST.test(host) ? 'http' : 'https';
  const other = scheme === 'http' ? 'https' : 'http';
  const hasScheme = /^https?:\/\//i.test(host);
  const url = hasScheme ? host : `${scheme}://${host}`;
  if (/[*?#\\\s@]/.test(host) || !URL.canParse(url) || host === '') {
    report.addLeft(
      element,
      `allowedDomains: ${element.getText()} is not a host and matched nothing`,
    );
    return [];
  }
  if (hasScheme) return [stringLiteral(url, style)];
  const called = [url, `${other}://${host}`].filter(isCalled);
  if (called.length > 0) return called.map((each) => stringLiteral(each, style));
  report.addToCheck(
    element,
    `allowedUrls: '${host}' has no scheme and became '${url}'. ` +
      `If the API uses ${other}, change it to '${other}://${host}'`,
  );
  return [stringLiteral(url, style)];
}

/** Whether a file of the app names a URL on that origin. */
function callsUrl(sources: Sources, path: string, origin: string): boolean {
  const text = path.endsWith('.spec.ts') ? '' : (sources.find(path)?.text ?? '');
  const index = text.indexOf(origin);
  return index >= 0 && !/[\w.:-]/.test(text.charAt(index + origin.length));
}
