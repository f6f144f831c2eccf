import ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import { codeStyle, stringLiteral } from '../source/code-style';
import type { Sources } from '../source/sources';
import type { MigrationReport } from './migration-report';
import { constantText } from './token-place';

/** Hosts of development, which are seldom served over TLS. */
const LOCAL_HOST = /^(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])(:\d+)?$/;

/**
 * The entries of `allowedUrls`, as code, for `allowedDomains`: the page's own origin, to which
 * angular-jwt always sends the token, and a URL for every host. What has no like is reported.
 * @throws CannotEdit where the domains are computed, so that the token would not arrive.
 */
export function allowedUrls(
  sources: Sources,
  domains: ts.Expression | null,
  report: MigrationReport,
): string[] {
  if (!domains) return [`'/'`];
  const source = domains.getSourceFile();
  if (!ts.isArrayLiteralExpression(domains) || domains.elements.some(ts.isSpreadElement)) {
    throw new CannotEdit(source.fileName, 'allowedDomains is not an array literal', domains);
  }
  const urls = domains.elements.flatMap((element) => {
    const host = constantText(sources, element);
    if (host !== null) return hostUrl(element, host, report);
    if (ts.isRegularExpressionLiteral(element) || ts.isNewExpression(element)) {
      report.addLeft(
        element,
        `allowedDomains: ${element.getText()}: the token is not sent there any more; ` +
          'name the origins in allowedUrls, which takes no RegExp',
      );
      return [];
    }
    report.addToCheck(
      element,
      `allowedUrls: https is assumed for \`${element.getText()}\`; if it is http, change the scheme`,
    );
    return [`\`https://\${${element.getText()}}\``];
  });
  return [stringLiteral('/', codeStyle(source)), ...urls];
}

function hostUrl(element: ts.Expression, host: string, report: MigrationReport): string[] {
  const scheme = LOCAL_HOST.test(host) ? 'http' : 'https';
  const other = scheme === 'http' ? 'https' : 'http';
  const url = /^https?:\/\//i.test(host) ? host : `${scheme}://${host}`;
  if (/[*?#\\\s@]/.test(host) || !URL.canParse(url) || host === '') {
    report.addLeft(element, `allowedDomains: ${element.getText()} is no host: it matched nothing`);
    return [];
  }
  if (url !== host) {
    report.addToCheck(
      element,
      `allowedUrls: '${host}' names no scheme and became '${url}'; ` +
        `if the API is served over ${other}, make it '${other}://${host}'`,
    );
  }
  return [stringLiteral(url, codeStyle(element.getSourceFile()))];
}
