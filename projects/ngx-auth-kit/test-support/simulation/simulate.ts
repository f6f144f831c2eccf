import * as fc from 'fast-check';
import { StoryStep } from './actions/story-step';
import { configArbitrary, preludeArbitrary, storyArbitrary } from './generate-story';
import { Violation } from './record/story-record';
import { SimulationConfig, PLAIN } from './simulation-config';
import { Counterexample, SimulationOptions, SimulationReport } from './simulation-options';
import { endStory, takeStep } from './tell-story';
import { World } from './world';

type Story = ReturnType<typeof storyArbitrary> extends fc.Arbitrary<infer T> ? T : never;

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
      const broken = await tell(config, prelude, commands, drain, covered);
      const kinds = new Set(
        broken.map(kindOf).filter((kind) => kind.startsWith(options.only ?? '')),
      );
      kinds.forEach((kind) => count(violations, kind));
      if (kinds.size > 0 && !options.survey)
        throw new Error([...new Set(broken.map(inWords))].join('\n'));
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
  const counterexample = details.failed ? counterexampleOf(details, options) : null;
  return { runs: details.numRuns, covered, violations, counterexample };
}

async function tell(
  config: SimulationConfig,
  prelude: readonly StoryStep[],
  commands: Story,
  drain: () => Promise<void>,
  covered: Record<string, number>,
): Promise<Violation[]> {
  const world = new World(config, drain);
  world.browser.openTab();
  await world.scheduler.settlePromises();
  for (const step of prelude) await takeStep(world, step);
  await fc.asyncModelRun(() => ({ model: world, real: world }), commands);
  await endStory(world);
  world.record.covered.forEach((what) => count(covered, what));
  return world.record.violations;
}

function counterexampleOf(
  {
    counterexample,
    errorInstance,
    seed,
    counterexamplePath,
  }: fc.RunDetails<[SimulationConfig, readonly StoryStep[], Story]>,
  { fixed }: SimulationOptions,
): Counterexample {
  const [generated, prelude, commands] = counterexample ?? [PLAIN, [], []];
  const config = Object.entries({ ...generated, ...fixed }).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(PLAIN[key as keyof SimulationConfig]),
  );
  const steps = [...prelude.map(({ text }) => text), String(commands)];
  return {
    violations: (errorInstance instanceof Error ? errorInstance.message : '').split('\n'),
    story: `config: ${JSON.stringify(Object.fromEntries(config))},\nsteps: [${steps.join(', ')}]`,
    seed,
    path: counterexamplePath ?? '',
  };
}

/** What went wrong, in the same words each time. */
export function kindOf({ invariant, kind }: Violation): string {
  return `${invariant} ${kind}`;
}

/** What went wrong, and where. */
export function inWords(violation: Violation): string {
  return `${kindOf(violation)}: ${violation.detail}`;
}

function count(counts: Record<string, number>, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
}
