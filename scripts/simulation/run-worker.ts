import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type {
  RegressionReport,
  SimulationOptions,
  SimulationReport,
} from '../../projects/ngx-auth-kit/test-support/simulation/simulation-options.ts';
import type { WorkerTask } from './worker.ts';

/** Replays the regressions in a worker. */
export async function runRegressions(bundle: string): Promise<RegressionReport[]> {
  return (await run({ bundle, options: null })) as RegressionReport[];
}

/** Splits the runs over so many workers, and adds up what they report. */
export async function runSimulation(
  bundle: string,
  options: SimulationOptions,
  workers: number,
): Promise<SimulationReport[]> {
  const runs = Math.ceil(options.runs / workers);
  const tasks = Array.from({ length: workers }, (_, index) => ({
    bundle,
    // Seeds that lie apart: fast-check derives its own from each.
    options: { ...options, runs, seed: (options.seed + index * 0x9e3779b) | 0 },
  }));
  return (await Promise.all(tasks.map(run))) as SimulationReport[];
}

async function run(workerData: WorkerTask): Promise<unknown> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
  const [report] = (await once(worker, 'message')) as [unknown];
  await worker.terminate();
  return report;
}
