import * as fc from 'fast-check';
import { StoryStep } from './actions/story-step';
import { configArbitrary, preludeArbitrary, storyArbitrary } from './generate-story';
import { StoryRecord, Violation } from './record/story-record';
import { SimulationConfig, PLAIN } from './simulation-config';
import { Counterexample, SimulationOptions, SimulationReport } from './simulation-options';
import { endStory, takeStep } from './tell-story';
import { World } from './world';

type Story = ReturnType<typeof storyArbitrary> extends fc.Arbitrary<infer T> ? T : never;

/** What fast-check adds to the commands that it prints. */
const REPLAY_PATH = / \/\*replayPath="(.*)"\*\/$/;
/** As many violations of one story as somebody will read. */
const MOST_LINES = 10;

/** Tells generated stories until one breaks an invariant, and shrinks that one. */
export async function simulate(
  options: SimulationOptions,
  drain: () => Promise<void>,
): Promise<SimulationReport> {
  const covered: Record<string, number> = {};
  const violations: Record<string, number> = {};
  const property = fc.asyncProperty(
    configArbitrary,
    preludeArbitrary,
    storyArbitrary(options.steps, options.replayPath),
    async (generated, prelude, commands) => {
      const config: SimulationConfig = { ...generated, ...options.fixed };
      const told = await tell(new World(config, drain), prelude, commands);
      const { covered: happened, violations: broken } = told;
      happened.forEach((what) => count(covered, what));
      const kinds = new Set(
        broken.map(kindOf).filter((kind) => kind.startsWith(options.only ?? '')),
      );
      kinds.forEach((kind) => count(violations, kind));
      if (kinds.size === 0 || options.survey) return;
      throw new Error(inLines(broken).join('\n'));
    },
  );
  const { seed, path, runs: numRuns, unshrunk: endOnFailure, timeLimit } = options;
  const details = await fc.check(property, {
    seed,
    path,
    numRuns,
    endOnFailure,
    ...(timeLimit === undefined ? {} : { interruptAfterTimeLimit: timeLimit }),
  });
  const counterexample = details.failed ? await counterexampleOf(details, options, drain) : null;
  return { runs: details.numRuns, covered, violations, counterexample };
}

async function tell(
  world: World,
  prelude: readonly StoryStep[],
  commands: Story,
): Promise<StoryRecord> {
  world.browser.openTab();
  await world.scheduler.settlePromises();
  for (const step of prelude) await takeStep(world, step);
  await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
  await endStory(world);
  return world.record;
}

/** Tells the shortest story that was found once more, for its log. */
async function counterexampleOf(
  {
    counterexample,
    errorInstance,
    seed,
    counterexamplePath,
  }: fc.RunDetails<[SimulationConfig, readonly StoryStep[], Story]>,
  { fixed }: SimulationOptions,
  drain: () => Promise<void>,
): Promise<Counterexample> {
  const [generated, prelude, commands] = counterexample ?? [PLAIN, [], []];
  const config = Object.entries({ ...generated, ...fixed }).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(PLAIN[key as keyof SimulationConfig]),
  );
  const world = new World({ ...generated, ...fixed }, drain);
  const log: string[] = (world.record.log = []);
  await tell(world, prelude, commands);
  const [told = '', replayPath] = String(commands).split(REPLAY_PATH);
  const steps = [...prelude.map(({ text }) => text), ...(told ? [told] : [])];
  return {
    violations: (errorInstance instanceof Error ? errorInstance.message : '').split('\n'),
    story: `config: ${JSON.stringify(Object.fromEntries(config))},\nsteps: [${steps.join(', ')}]`,
    seed,
    path: counterexamplePath ?? '',
    replayPath: replayPath ?? '',
    log,
  };
}

/** What went wrong, in the same words each time. */
export function kindOf({ invariant, kind }: Violation): string {
  return `${invariant} ${kind}`;
}

function inWords(violation: Violation): string {
  return `${kindOf(violation)}: ${violation.detail}`;
}

/** The violations, each once, and of a flood the first. */
export function inLines(violations: readonly Violation[]): string[] {
  return [...new Set(violations.map(inWords))].slice(0, MOST_LINES);
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
