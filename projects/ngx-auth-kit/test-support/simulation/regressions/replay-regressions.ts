import { REGRESSIONS } from './regressions';
import { inLines } from '../simulate';
import { PLAIN } from '../simulation-config';
import { RegressionReport } from '../simulation-options';
import { endStory, takeStep } from '../tell-story';
import { World } from '../world';

/** Tells every known story once. */
export async function replayRegressions(drain: () => Promise<void>): Promise<RegressionReport[]> {
  const reports: RegressionReport[] = [];
  for (const { name, config, steps } of REGRESSIONS) {
    const world = new World({ ...PLAIN, ...config }, drain);
    const log: string[] = (world.record.log = []);
    world.browser.openTab();
    await world.scheduler.settlePromises();
    for (const step of steps) await takeStep(world, step);
    await endStory(world);
    reports.push({ name, violations: inLines(world.record.violations), log });
  }
  return reports;
}
