import { spawnSync } from 'node:child_process';
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles the schematics into the package, or, with `--tests`, with their specs into `out-tsc`. */
const SOURCE = 'projects/ngx-auth-kit/schematics';
const [config, target] = process.argv.includes('--tests')
  ? ['tsconfig.json', 'out-tsc/schematics']
  : ['tsconfig.build.json', 'dist/ngx-auth-kit/schematics'];

const { status } = spawnSync('tsc', ['-p', join(SOURCE, config)], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
// package.json says that these files are CommonJS: the CLI loads schematics no other way.
const data = ['package.json', 'collection.json', 'migrations.json', '*/schema.json'];
for (const file of globSync(data, { cwd: SOURCE })) cpSync(join(SOURCE, file), join(target, file));
