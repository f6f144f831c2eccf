import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const SOURCE = 'projects/ngx-auth-kit/core';

/** A mistake that is easily made, and the specs that must notice it. */
interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly replace: readonly (readonly [from: string, to: string])[];
  readonly specs: string;
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'URLs match by prefix',
    file: 'config/allowed-url.ts',
    replace: [
      ["pathname === path || pathname.startsWith(path + '/')", 'pathname.startsWith(path)'],
    ],
    specs: 'http/auth-interceptor.spec.ts',
  },
  {
    name: 'answers do not check the epoch',
    file: 'session/session-store.ts',
    replace: [['if (epoch !== this.#currentEpoch)', 'if (epoch < 0)']],
    specs: 'session/login.spec.ts',
  },
  {
    name: 'the timer is not clamped',
    file: 'session/expiry-timer.ts',
    replace: [
      [
        'Math.min(Math.max(moment - this.#clock.now(), 0), MAX_DELAY)',
        'Math.max(moment - this.#clock.now(), 0 * MAX_DELAY)',
      ],
    ],
    specs: 'session/session-store.spec.ts',
  },
  {
    name: 'the lock does not read storage again',
    file: 'session/refresh/refresh-attempt.ts',
    replace: [
      [
        'const newer = this.#newerThan(known);\n    if',
        'const newer = null as SessionTokens | null;\n    if',
      ],
    ],
    specs: 'session/refresh/refresh-across-tabs.spec.ts',
  },
  {
    name: 'a request is repeated without end',
    file: 'session/refresh/token-refresh.ts',
    replace: [
      ['if (isRepeated) this', 'if (isRepeated && version < 0) this'],
      ['if (isRepeated || !isRepeatable', 'if ((isRepeated && version < 0) || !isRepeatable'],
    ],
    specs: 'session/refresh/refused-request.spec.ts',
  },
  {
    name: 'URLs are trimmed before they are judged',
    file: 'http/auth-urls.ts',
    replace: [['parseUrl(url, baseURI)', 'parseUrl(url.trim(), baseURI)']],
    specs: 'http/auth-interceptor.spec.ts',
  },
  {
    name: 'the refresh call passes the interceptors',
    file: 'http/auth-api.ts',
    replace: [
      ["const bypasses = name === 'refresh';", 'const bypasses = (name as string) === "";'],
    ],
    specs: 'session/refresh/token-refresh.spec.ts',
  },
  {
    name: 'the retry flag lives in the HttpContext',
    file: 'session/refresh/token-refresh.ts',
    replace: [
      ['return send();', 'REPEATED.add(request.context);\n        return send();'],
      ['if (isRepeated || !isRepeatable', 'if (REPEATED.has(request.context) || !isRepeatable'],
      [
        '/** A stream can be read once. */',
        'const REPEATED = new WeakSet<object>();\n/** A stream. */',
      ],
    ],
    specs: 'session/refresh/refused-request.spec.ts',
  },
];

const survivors = MUTANTS.filter((mutant) => !isNoticed(mutant)).map(({ name }) => name);
console.log(`${MUTANTS.length - survivors.length} mutants noticed, ${survivors.length} survived.`);
survivors.forEach((name) => console.error(`Survived: ${name}`));
process.exit(survivors.length === 0 ? 0 : 1);

function isNoticed({ name, file, replace, specs }: Mutant): boolean {
  const path = `${SOURCE}/${file}`;
  const original = readFileSync(path, 'utf8');
  try {
    writeFileSync(
      path,
      replace.reduce((text, pair) => mutated(text, pair, name), original),
    );
    const { status, stdout } = spawnSync(
      'ng',
      ['test', 'ngx-auth-kit', '--watch=false', `--include=${SOURCE}/${specs}`],
      { encoding: 'utf8', timeout: 120_000 },
    );
    // A mutant that does not compile proves nothing.
    if (!/Executed [1-9]/.test(stdout)) throw new Error(`"${name}" did not run:\n${stdout}`);
    console.log(`${status === 0 ? 'SURVIVED' : 'noticed '}  ${name}`);
    return status !== 0;
  } finally {
    writeFileSync(path, original);
  }
}

function mutated(text: string, [from, to]: readonly [string, string], name: string): string {
  if (text.split(from).length !== 2) throw new Error(`"${name}": not found once: ${from}`);
  return text.replace(from, to);
}
