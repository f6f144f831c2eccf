import { parentPort, workerData } from 'node:worker_threads';
import type {
  SimulationModule,
  SimulationOptions,
} from '../../projects/ngx-auth-kit/test-support/simulation/simulation-options.ts';

/** Without options, the regressions are replayed. */
export interface WorkerTask {
  readonly bundle: string;
  readonly options: SimulationOptions | null;
}

const { bundle, options } = workerData as WorkerTask;
// The library warns of storage that fails, which here it does by the thousand.
console.warn = () => undefined;
/** Promises go on before the next macrotask, all that can. */
const drain = () => new Promise<void>((resolve) => setImmediate(resolve));
const { simulate, replayRegressions } = (await import(bundle)) as SimulationModule;
const report = options ? await simulate(options, drain) : await replayRegressions(drain);
parentPort?.postMessage(report);
