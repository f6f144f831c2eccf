import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { installFromDebian, installServer } from './servers/install-server.ts';
import type { RealServer } from './servers/real-server.ts';
import { SERVERS } from './servers/servers.ts';
import { startServer } from './servers/start-server.ts';

// `npm run test:servers -- flask devise`: those of these folders only.
const asked = process.argv.slice(2);
const servers = SERVERS.filter(({ folder }) => asked.length === 0 || asked.includes(folder));
const unknown = asked.filter((folder) => !SERVERS.some((server) => server.folder === folder));
if (unknown.length > 0) exit(`There is no examples/${unknown.join(', examples/')} to test with.`);

const scratch = mkdtempSync(join(tmpdir(), 'servers-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.env['CHROME_BIN'] = ensureChromium();

const secret = randomBytes(32).toString('hex');
const began = performance.now();
installFromDebian(servers);
const urls = await Promise.all(servers.map(prepare));
const running = servers.flatMap(({ name }, i) => (urls[i] ? [[name, urls[i]] as const] : []));
const missing = servers.filter((_, i) => !urls[i]).map(({ name }) => name);
console.log(`${running.length} servers run after ${seconds(began)} s.`);
if (running.length === 0) exit('No server to test with.');

process.env['SERVER_URLS'] = JSON.stringify(Object.fromEntries(running));
process.env['SERVER_SECRET'] = secret;
const specs = '--include=projects/ngx-auth-kit/core/contract/**/*.spec.ts';
const { status } = spawnSync('ng', ['test', 'ngx-auth-kit', '--watch=false', specs], {
  stdio: 'inherit',
});
if (missing.length > 0) console.error(`Not tested: ${missing.join(', ')}.`);
// On a machine of one's own a language may be missing; where changes land, none may.
process.exit(status || (missing.length > 0 && (process.env['CI'] || asked.length > 0)) ? 1 : 0);

/** The URL of the server, or null with the reason on the console. */
async function prepare(server: RealServer): Promise<string | null> {
  const installation = await installServer(server, scratch);
  if ('folder' in installation) return startServer(server, installation.folder, secret);
  console.error(`${server.name} cannot run: ${installation.missing}`);
  return null;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

function exit(reason: string): never {
  console.error(reason);
  process.exit(1);
}
