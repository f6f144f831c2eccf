import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

const UNSUPPORTED = '19.2.0';

/**
 * Tries to install the library beside an Angular that it does not serve.
 * @throws unless npm refuses, and says which peer is missing.
 */
export async function expectRefusal(folder: string, library: string): Promise<void> {
  mkdirSync(folder);
  const names = ['common', 'core', 'forms', 'platform-browser', 'router'];
  const dependencies = Object.fromEntries(names.map((name) => [`@angular/${name}`, UNSUPPORTED]));
  const manifest = { private: true, dependencies: { ...dependencies, rxjs: '~7.8.0' } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  // Without the option, as users install; without downloading anything.
  const refusal = await run(folder, 'npm', ['install', library, '--dry-run']).then(
    () => null,
    (error: Error) => error.message,
  );
  if (refusal === null) throw new Error(`npm installs the library beside Angular ${UNSUPPORTED}.`);
  const claim = peerClaim();
  if (!refusal.includes('ERESOLVE') || !refusal.includes(`"${claim}" from ngx-auth-kit`)) {
    throw new Error(`npm does not say that ${claim} is missing:\n${refusal}`);
  }
}

function peerClaim(): string {
  const manifest = readFileSync('dist/ngx-auth-kit/package.json', 'utf8');
  const { peerDependencies } = JSON.parse(manifest) as { peerDependencies: Record<string, string> };
  return peerDependencies['@angular/core'] ?? '';
}
