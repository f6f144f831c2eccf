import { StoryStep } from '../actions/story-step';
import { openTab } from '../actions/tab-steps';
import { signIn } from '../actions/user-steps';
import { pass } from '../actions/world-steps';
import { SimulationConfig } from '../simulation-config';

/** A story that once broke an invariant. It is told again at the beginning of every run. */
export interface Regression {
  readonly name: string;
  /** What differs from the plain configuration. */
  readonly config: Partial<SimulationConfig>;
  readonly steps: readonly StoryStep[];
}

/** Ada is signed in, in one tab or in two. */
export const SIGNED_IN = [signIn(0, 'ada'), pass(5)];
export const IN_TWO_TABS = [...SIGNED_IN, openTab(), pass(5)];
