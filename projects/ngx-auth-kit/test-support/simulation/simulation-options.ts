/** What a run of the simulation is asked for. Plain data: it travels to the worker processes. */
export interface SimulationOptions {
  readonly runs: number;
  readonly seed: number;
  /** Steps of a story at most. */
  readonly steps: number;
  /** fast-check's path to one run, to see a failure again. */
  readonly path?: string;
  /** fast-check's path to one state of the commands of that run. */
  readonly replayPath?: string;
  /** Only violations that begin like this count, such as `I4` or `I3 a refresh token`. */
  readonly only?: string;
  /** Whether to count violations instead of stopping at the first. */
  readonly survey?: boolean;
  /** Whether to stop at the first failure without shrinking it. */
  readonly unshrunk?: boolean;
  /** Fields of the configuration that do not vary, as JSON. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** In milliseconds; after that a failure is no longer shrunk. */
  readonly timeLimit?: number;
}

/** A story that broke an invariant. */
export interface Counterexample {
  readonly violations: readonly string[];
  /** The lines to add to `regressions/`. */
  readonly story: string;
  readonly seed: number;
  readonly path: string;
  readonly replayPath: string;
  /** What happened in it, line by line. */
  readonly log: readonly string[];
}

/** What a run came to. */
export interface SimulationReport {
  readonly runs: number;
  /** In how many stories something happened. */
  readonly covered: Readonly<Record<string, number>>;
  /** In how many stories an invariant was broken, by kind. */
  readonly violations: Readonly<Record<string, number>>;
  readonly counterexample: Counterexample | null;
}

/** What a regression came to. */
export interface RegressionReport {
  readonly name: string;
  readonly violations: readonly string[];
  readonly log: readonly string[];
}

/** A mistake in the library that the simulation must notice. */
export interface Mutant {
  readonly name: string;
  /** Of the rules in the design of the session core. */
  readonly rule: number;
  /** Below `projects/ngx-auth-kit/core`. */
  readonly file: string;
  /** Each `from` is found exactly once, else the run fails. */
  readonly replace: readonly (readonly [from: string, to: string])[];
  /** How the violation begins by which it is noticed. */
  readonly caughtBy: string;
  /** Fields of the configuration under which the mistake matters. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

/** What the bundle of the simulation exports. */
export interface SimulationModule {
  readonly MUTANTS: readonly Mutant[];
  simulate(options: SimulationOptions, drain: () => Promise<void>): Promise<SimulationReport>;
  replayRegressions(drain: () => Promise<void>): Promise<RegressionReport[]>;
}
