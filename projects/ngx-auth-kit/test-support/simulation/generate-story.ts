import * as fc from 'fast-check';
import { StoryStep } from './actions/story-step';
import * as tabSteps from './actions/tab-steps';
import * as userSteps from './actions/user-steps';
import * as worldSteps from './actions/world-steps';
import { UserName } from './server/credentials';
import { SimulationConfig } from './simulation-config';
import { takeStep } from './tell-story';
import type { World } from './world';

/** A step as fast-check wants it. The world is its own model. */
class StepCommand implements fc.AsyncCommand<World, World, true> {
  constructor(readonly step: StoryStep) {}

  check(world: Readonly<World>): Promise<boolean> {
    return Promise.resolve(this.step.isPossible(world));
  }

  run(_model: World, world: World): Promise<void> {
    return takeStep(world, this.step);
  }

  toString(): string {
    return this.step.text;
  }
}

/** Numbers of tabs; of two tabs at most in most stories, because that is where races are. */
const tab = fc.nat({ max: 2 });
const user = fc.constantFrom<UserName>('ada', 'ada', 'bob');

/** How stories begin: most would else be over before anybody has signed in. */
const PRELUDES: readonly (readonly StoryStep[])[] = [
  [],
  [userSteps.signIn(0, 'ada'), worldSteps.pass(5)],
  [userSteps.signIn(0, 'ada'), worldSteps.pass(5), tabSteps.openTab(), worldSteps.pass(5)],
];

export const preludeArbitrary = fc
  .nat({ max: 8 })
  .map((index) => PRELUDES[Math.ceil(index / 4)] ?? []);

/** Every kind of step, as often as it is worth it. */
const STEPS: readonly (readonly [weight: number, step: fc.Arbitrary<StoryStep>])[] = [
  [12, fc.tuple(tab, user).map((given) => userSteps.signIn(...given))],
  [1, fc.tuple(tab, user).map((given) => userSteps.mistype(...given))],
  [8, tab.map(userSteps.signOut)],
  [9, tab.map(userSteps.request)],
  [2, tab.map(userSteps.requestClosed)],
  [6, tab.map(userSteps.checkStatus)],
  [8, tab.map(userSteps.refresh)],
  [4, tab.map(userSteps.touch)],
  [8, fc.constant(tabSteps.openTab())],
  [2, tab.map(tabSteps.closeTab)],
  [4, tab.map(tabSteps.duplicateTab)],
  [8, tab.map(tabSteps.reload)],
  [5, tab.map(tabSteps.leave)],
  [8, tab.map(tabSteps.goBack)],
  [1, fc.constant(tabSteps.clearSiteData())],
  [1, fc.constant(tabSteps.fillStorage())],
  [20, fc.constantFrom(1, 5, 15, 40, 100, 320).map(worldSteps.pass)],
  [2, fc.constantFrom(3, 90, 900).map(worldSteps.sleep)],
  [28, fc.nat({ max: 7 }).map((which) => worldSteps.deliver(which))],
  [4, fc.constantFrom('server-error' as const, 'lost-answer' as const).map(worldSteps.fault)],
  [2, fc.constantFrom('down' as const, 'up' as const, 'up' as const).map(worldSteps.backendGoes)],
  [2, user.map(worldSteps.revoke)],
  [2, fc.constantFrom(-3_600, -20, 0, 20, 3_600).map(worldSteps.setClock)],
];

const commandOf = (step: fc.Arbitrary<StoryStep>) => step.map((made) => new StepCommand(made));

/** Stories of up to so many steps. */
export function storyArbitrary(maxCommands: number, replayPath?: string) {
  const weighted = STEPS.flatMap(([weight, step]) => new Array(weight).fill(commandOf(step)));
  return fc.commands<World, World, true>(weighted as fc.Arbitrary<StepCommand>[], {
    maxCommands,
    size: 'max',
    replayPath,
  });
}

/** Configurations, the usual ones more often. */
export const configArbitrary: fc.Arbitrary<SimulationConfig> = fc
  .record({
    mode: fc.constantFrom('token', 'token', 'cookie', 'cookie', 'hybrid'),
    storage: fc.constantFrom('local', 'local', 'local', 'session', 'memory'),
    refresh: fc.constantFrom(true, true, true, false),
    idleAfter: fc.constantFrom(null, null, 60, 120),
    idleWarn: fc.constantFrom(0, 20),
    hasStatus: fc.constantFrom(true, true, true, false),
    statusCheck: fc.boolean(),
    locks: fc.constantFrom(true, true, false),
    channel: fc.constantFrom<SimulationConfig['channel']>(
      ['deliver'],
      ['deliver'],
      ['deliver', 'late'],
      ['drop', 'deliver', 'repeat'],
    ),
    latencies: fc.constantFrom([50], [50], [300, 50, 1_200], [50, 9_000], [50, 45_000, 50]),
    accessLifetime: fc.constantFrom(20, 90, 300),
    refreshLifetime: fc.constantFrom(null, null, 600),
    rotation: fc.constantFrom('strict', 'strict', 'lenient', 'none'),
    logoutRevokes: fc.boolean(),
    logoutNeedsAccess: fc.boolean(),
    serverSkew: fc.constantFrom(0, 0, 5_000),
    clientSkew: fc.constantFrom(0, 0, -86_400_000, 86_400_000),
  })
  .map((config) => consistent(config as SimulationConfig));

/** The storage of cookie sessions is the browser's own; tokens in memory go with the hybrid mode. */
function consistent(config: SimulationConfig): SimulationConfig {
  const { mode, hasStatus } = config;
  const statusCheck = config.statusCheck && hasStatus && mode !== 'cookie';
  if (mode === 'cookie') return { ...config, hasStatus: true, storage: 'local', statusCheck };
  if (mode === 'hybrid') return { ...config, storage: 'memory', refresh: true, statusCheck };
  return { ...config, statusCheck };
}
