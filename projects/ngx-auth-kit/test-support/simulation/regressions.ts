import { StoryStep } from './actions/story-step';
import { SimulationConfig } from './simulation-config';

/** A story that once broke an invariant. It is told again at the beginning of every run. */
export interface Regression {
  readonly name: string;
  /** What differs from the plain configuration. */
  readonly config: Partial<SimulationConfig>;
  readonly steps: readonly StoryStep[];
}

/** Every counterexample that was ever found. */
export const REGRESSIONS: readonly Regression[] = [];
