import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser to test in: CHROME_BIN, or an installed Chromium or Chrome. */
export function findChromium(): string | null {
  const { CHROME_BIN, PATH = '' } = process.env;
  if (CHROME_BIN) return existsSync(CHROME_BIN) ? CHROME_BIN : null;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path)) ?? null;
}

/** Finds the browser, or installs Debian's where its package manager and root allow. Exits with one line otherwise. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installDebianPackages(['chromium']) ? findChromium() : null);
  if (found) return found;
  console.error('No Chromium found: install Chromium or Chrome, or set CHROME_BIN to its path.');
  process.exit(1);
}

/** Installs packages with apt-get; false where there is none, or no right to. */
export function installDebianPackages(packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(', ')} …`);
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
}
