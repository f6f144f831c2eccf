import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { SimulationReport } from '../projects/ngx-auth-kit/test-support/simulation/simulation-options.ts';
import { bundle } from './simulation/bundle.ts';
import { runRegressions, runSimulation } from './simulation/run-worker.ts';
import { runMutants } from './simulation/run-mutants.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() & 0x7fffffff) },
    steps: { type: 'string', default: '30' },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    path: { type: 'string' },
    replay: { type: 'string' },
    only: { type: 'string' },
    fixed: { type: 'string', default: '{}' },
    log: { type: 'boolean', default: false },
    survey: { type: 'boolean', default: false },
    mutants: { type: 'boolean', default: false },
    regressions: { type: 'boolean', default: false },
  },
});
const { path, replay, only, survey } = values;
const options = {
  runs: Number(values.runs),
  seed: Number(values.seed),
  steps: Number(values.steps),
  path,
  replayPath: replay,
  only,
  survey,
  fixed: JSON.parse(values.fixed) as Record<string, unknown>,
};

if (values.mutants) process.exit((await runMutants(options)) ? 0 : 1);
const library = await bundle();
const known = await runRegressions(library);
const broken = known.filter(({ violations }) => violations.length > 0);
console.log(`${known.length - broken.length} of ${known.length} known stories end well.`);
for (const { name, violations, log } of broken) {
  console.error(`\n${name}\n  ${violations.join('\n  ')}`);
  if (values.log) console.error(log.join('\n'));
}
if (values.regressions) process.exit(broken.length === 0 ? 0 : 1);

const started = performance.now();
// A path leads to one run of one worker.
const reports = await runSimulation(library, options, path ? 1 : Number(values.workers));
const seconds = (performance.now() - started) / 1000;
const total = reports.reduce((sum, { runs }) => sum + runs, 0);
console.log(
  `${total} stories in ${seconds.toFixed(1)} s (${Math.round(total / seconds)} a second), seed ${options.seed}.`,
);
table('Stories in which', reports, 'covered');
if (survey) table('Stories that broke', reports, 'violations');
for (const { counterexample } of reports) {
  if (!counterexample) continue;
  const { violations, story, seed, path: found, replayPath, log } = counterexample;
  console.error(
    `\n${violations.join('\n')}\n${story}\n--seed ${seed} --path "${found}" --replay "${replayPath}"`,
  );
  if (values.log) console.error(log.join('\n'));
}
const failed = broken.length > 0 || reports.some(({ counterexample }) => counterexample !== null);
process.exit(failed ? 1 : 0);

function table(title: string, parts: SimulationReport[], field: 'covered' | 'violations'): void {
  const sums = new Map<string, number>();
  for (const [what, count] of parts.flatMap((part) => Object.entries(part[field]))) {
    sums.set(what, (sums.get(what) ?? 0) + count);
  }
  console.log(`\n${title}:`);
  for (const [what, count] of [...sums].sort(([one], [other]) => one.localeCompare(other))) {
    console.log(`${String(count).padStart(8)}  ${what}`);
  }
}
