import type { World } from '../world';

/** One line of a story: something that the user, the network or time does. */
export interface StoryStep {
  /** The TypeScript that makes this step again. */
  readonly text: string;
  /** Whether it can happen now; else it is left out. */
  isPossible(world: World): boolean;
  run(world: World): void | Promise<void>;
}

/** A step that needs nothing. */
export function anytime(text: string, run: StoryStep['run']): StoryStep {
  return { text, isPossible: () => true, run };
}
