import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/**
 * Compares what each entry point of the built library exports with its reviewed text in `goldens/`.
 * `--update` accepts the difference.
 */
const PACKAGE = resolve('dist/ngx-auth-kit');
const GOLDENS = resolve('goldens');
const accepts = process.argv.includes('--update');

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, { readonly types?: string }>>;
}

const { name, exports } = JSON.parse(
  readFileSync(join(PACKAGE, 'package.json'), 'utf8'),
) as Manifest;
const entries = Object.entries(exports).flatMap(([path, { types }]) =>
  types ? [{ golden: `${join(name, path).replaceAll('/', '-')}.api.md`, types }] : [],
);
mkdirSync(GOLDENS, { recursive: true });
// Seen from beside the package, one entry point is a stranger to the other, as it is to users.
const found = mkdtempSync(resolve('dist/api-'));
mkdirSync(join(found, 'node_modules'));
symlinkSync(PACKAGE, join(found, 'node_modules', name), 'junction');
process.on('exit', () => rmSync(found, { recursive: true, force: true }));

const differing = entries.filter(({ golden, types }) => !isAsReviewed(golden, types));
const orphans = globSync('*.api.md', { cwd: GOLDENS }).filter(
  (file) => !entries.some(({ golden }) => golden === file),
);
for (const file of orphans) {
  if (accepts) rmSync(join(GOLDENS, file));
  else console.error(`goldens/${file} belongs to no entry point.`);
}
if (!accepts && differing.length + orphans.length > 0) {
  console.error('The public API differs from goldens/. If it is meant to: npm run api:update');
  process.exit(1);
}
const names = entries.map(({ golden }) => golden).join(', ');
console.log(`The public API is ${accepts ? 'now' : 'as'} in goldens/: ${names}.`);

function isAsReviewed(golden: string, types: string): boolean {
  const entry = join(found, basename(types));
  cpSync(join(PACKAGE, types), entry);
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(PACKAGE, 'package.json'),
    configObject: {
      projectFolder: found,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            lib: ['ES2022', 'DOM', 'DOM.Iterable'],
            types: [],
            strict: true,
            skipLibCheck: true,
          },
          files: [entry],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: golden,
        reportFolder: GOLDENS,
        reportTempFolder: found,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        // Other messages speak of tags and prose, by line numbers that change.
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.None },
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Warning, addToApiReportFile: true },
        },
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
  });
  const { apiReportChanged, errorCount } = Extractor.invoke(config, {
    localBuild: accepts,
    messageCallback: (message) => {
      message.handled = message.logLevel !== ExtractorLogLevel.Error;
    },
  });
  if (errorCount > 0) throw new Error(`The declarations of ${basename(types)} cannot be read.`);
  const reviewed = join(GOLDENS, golden);
  if (apiReportChanged && !accepts) {
    const before = existsSync(reviewed) ? reviewed : '/dev/null';
    const diff = ['diff', '--no-index', '--no-color', '--', before, join(found, golden)];
    spawnSync('git', diff, { stdio: 'inherit' });
  }
  return !apiReportChanged;
}
