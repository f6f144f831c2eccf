import type { BrowserContext, ConsoleMessage } from '@playwright/test';
import { BACKEND, DEMO, FOREIGN, INTRANET } from './origins.ts';

/** Collects what no test may cause: errors in the console or the page, and tokens gone astray. */
export function watchForFaults(context: BrowserContext): readonly string[] {
  const faults: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefusedRequest(message)) {
      faults.push(`console: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => faults.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (request.headers()['authorization'] !== undefined && !isBackend(request.url())) {
      faults.push(`token sent to ${origin}${pathname}`);
    }
  });
  return faults;
}

/** The browser's own line about a 4xx, 5xx or dropped connection, which tests provoke. */
function isRefusedRequest(message: ConsoleMessage): boolean {
  return (
    message.text().startsWith('Failed to load resource: ') &&
    (isBackend(message.location().url) || new URL(message.location().url).origin === FOREIGN)
  );
}

/** Also through the demo server's proxy. */
function isBackend(url: string): boolean {
  const { origin, pathname } = new URL(url);
  return origin === BACKEND || ([DEMO, INTRANET].includes(origin) && pathname.startsWith('/mock/'));
}
