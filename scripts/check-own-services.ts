import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fails if a service of the core is in neither list: that of `withOwnSession()`, for services of which
 * each session has its own, or the one below. A service that is forgotten would be that of the app's
 * session, with its configuration and its token.
 */
const CORE = join(import.meta.dirname, '../projects/ngx-auth-kit/core');
const OWN_SERVICES = join(CORE, 'session/own-session/own-services.ts');

/** Services and tokens of which an app has one, however many sessions it has. */
const OF_THE_APP: Readonly<Record<string, string>> = {
  APP_INJECTOR: 'tells the injector of the app from others',
  AUTH_CONFIG: 'stands in for a missing provideAuth, which brings each session its own',
  BROWSER_WINDOW: 'is the window of the page',
  PAGE_SESSIONS: 'compares the sessions of a page with each other',
  PageReturn: 'listens to the page, knows no session, and its listeners are needed once',
  RedirectChain: 'counts redirects of the router, whichever session causes them',
  TIME: 'is the clock of the page',
};

/** Optional ones that `provideAuth` always provides. */
const ALWAYS_PROVIDED = ['RunTimeConfig'];

const PROVIDED_CLASS =
  /@Injectable\(\{\s*providedIn: '(?:root|platform)',?\s*\}\)\s*export (?:abstract )?class (\w+)/g;
const PROVIDED_TOKEN =
  /const (\w+) = new InjectionToken<(?:(?!new InjectionToken).)*?providedIn:/gs;
const OPTIONAL = /inject\((\w+), \{ optional: true \}\)/g;

const listed = readFileSync(OWN_SERVICES, 'utf8').split('function ownServices')[1] ?? '';
const isListed = (name: string) => new RegExp(`\\b${name}\\b`).test(listed);
const files = globSync('**/*.ts', { cwd: CORE }).filter((file) => !file.endsWith('.spec.ts'));
const faults = files.flatMap((file) => faultsOf(file, readFileSync(join(CORE, file), 'utf8')));

faults.push(
  ...Object.keys(OF_THE_APP)
    .filter((name) => isListed(name) || !files.some((file) => declares(file, name)))
    .map((name) => `scripts/check-own-services.ts: ${name} is no service of the app alone.`),
);
faults.forEach((fault) => console.error(fault));
if (faults.length > 0) process.exit(1);
console.log('withOwnSession() has every service of a session.');

function faultsOf(file: string, code: string): string[] {
  const provided = [...namesIn(code, PROVIDED_CLASS), ...namesIn(code, PROVIDED_TOKEN)];
  const counted = code.match(/\bprovidedIn:/g) ?? [];
  const unread =
    counted.length === provided.length
      ? []
      : [`${file}: this check cannot read what is provided there. Teach it.`];
  const optional = namesIn(code, OPTIONAL).filter((name) => !ALWAYS_PROVIDED.includes(name));
  const forgotten = [...provided, ...optional].filter(
    (name) => !(name in OF_THE_APP || isListed(name)),
  );
  return [
    ...unread,
    ...forgotten.map(
      (name) =>
        `${file}: ${name} is in neither list. Add it to ownServices() if each session has its own, ` +
        'else to OF_THE_APP in scripts/check-own-services.ts, with the reason.',
    ),
  ];
}

function namesIn(code: string, pattern: RegExp): string[] {
  return [...code.matchAll(pattern)].map(([, name]) => name!);
}

function declares(file: string, name: string): boolean {
  return new RegExp(`(const|class) ${name}\\b`).test(readFileSync(join(CORE, file), 'utf8'));
}
