import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline';
import { ensureChromium, installDebianPackages } from './chromium.ts';

const PYTHON = '/usr/bin/python3';
const PACKAGES = ['flask', 'flask-cors', 'flask-bcrypt', 'flask-sqlalchemy', 'jwt'].map(
  (name) => `python3-${name}`,
);
const SERVERS = [
  'flask_jwt_auth',
  'flask_session',
  'flask_jwt_extended',
  'flask_jwt',
  'flask_restful',
];
const SPECS = ['contract', 'parity'].map(
  (name) => `--include=projects/ngx-auth-kit/core/contract/${name}.spec.ts`,
);

const servers: ChildProcess[] = [];
process.on('exit', () => servers.forEach((server) => server.kill()));

process.env['CHROME_BIN'] = ensureChromium();
if (!hasFlask() && !(installDebianPackages(PACKAGES) && hasFlask())) {
  console.error(`Flask is missing: install ${PACKAGES.join(' ')} for ${PYTHON}.`);
  process.exit(1);
}
process.env['FLASK_SECRET'] = randomBytes(32).toString('hex');
const urls = await Promise.all(SERVERS.map(start));
process.env['FLASK_URLS'] = JSON.stringify(
  Object.fromEntries(SERVERS.map((name, i) => [name.replaceAll('_', '-'), urls[i]])),
);
const { status } = spawnSync('ng', ['test', 'ngx-auth-kit', '--watch=false', ...SPECS], {
  stdio: 'inherit',
});
process.exit(status ?? 1);

function hasFlask(): boolean {
  const modules = 'import flask, flask_cors, flask_bcrypt, flask_sqlalchemy, jwt';
  return spawnSync(PYTHON, ['-c', modules], { stdio: 'ignore' }).status === 0;
}

/** Starts a server on a free port and waits for the line in which it says where it listens. */
async function start(name: string): Promise<string> {
  const args = [`examples/flask/${name}.py`, '--port', '0', '--lifetime', '86400'];
  const server = spawn(PYTHON, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, SECRET_KEY: process.env['FLASK_SECRET'] },
  });
  servers.push(server);
  for await (const line of createInterface(server.stdout)) {
    const url = /on (http:\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  console.error(`${name}.py ended before it listened.`);
  process.exit(1);
}
