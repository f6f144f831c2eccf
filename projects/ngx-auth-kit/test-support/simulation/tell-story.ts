import { StoryStep } from './actions/story-step';
import { checkAtTheEnd, checkWhenQuiet } from './invariants/check-invariants';
import { noteCoverage } from './record/note-coverage';
import { World } from './world';

/** Long enough for every time-out, back-off and idle limit of the stories, in milliseconds. */
const QUIET = 180_000;
/** Long enough for the first check after a reload. */
const AFTER_RELOAD = 35_000;
/** Without Web Locks, a page that was closed keeps its lock until the time of the lock is over. */
const AFTER_LOCK = 80_000;

/** Lets one step happen, if it can. */
export async function takeStep(world: World, step: StoryStep): Promise<void> {
  if (!step.isPossible(world)) return;
  await step.run(world);
  await world.scheduler.settlePromises(`** ${step.text}`);
}

/** Brings a world to rest after its story and checks the invariants. */
export async function endStory(world: World): Promise<void> {
  const { browser, scheduler, record } = world;
  browser.network.isBackendDown = false;
  browser.network.faults.length = 0;
  browser.network.isSwift = true;
  if (browser.tabs.length === 0) browser.openTab();
  browser.tabs.forEach((tab) => browser.goBack(tab));
  for (const page of browser.pages) {
    ['online', 'visibilitychange', 'focus'].forEach((type) => page.window.dispatch(type));
  }
  await restFor(world, QUIET);
  checkWhenQuiet(world);
  record.log?.push('          -- every tab is loaded again');
  browser.tabs.forEach((tab) => browser.load(tab));
  await scheduler.settlePromises();
  await restFor(world, world.config.locks ? AFTER_RELOAD : AFTER_LOCK);
  checkAtTheEnd(world);
  noteCoverage(world);
  for (const tab of [...browser.tabs]) browser.closeTab(tab);
  const leaks = record.pages.filter(({ closedAt }) => closedAt === null);
  if (leaks.length > 0) throw new Error(`Pages are left open: ${leaks.length}`);
}

async function restFor({ scheduler, record }: World, milliseconds: number): Promise<void> {
  try {
    await scheduler.settlePromises();
    await scheduler.advance(milliseconds);
  } catch (error) {
    record.violation('I5', 'the world never comes to rest', String(error).slice(0, 500));
  }
}
