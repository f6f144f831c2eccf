import { Time } from '../../../core/config/time';
import { Owner, Pending, Scheduler } from '../schedule/scheduler';

/** The clock of the device. All tabs read the same one: per-tab clocks exist in no browser. */
export class BrowserClock {
  /** When somebody last changed it in mid-run, by real time; null if never. */
  changedAt: number | null = null;
  /** When the device awoke last, in milliseconds of the world. */
  sleptAt: number | null = null;

  constructor(
    private readonly scheduler: Scheduler,
    public skew: number,
  ) {}

  set(skew: number): void {
    this.skew = skew;
    this.changedAt = this.scheduler.now;
  }

  /** What a page gets in place of `Date`, `performance` and timers. */
  timeOf(owner: Owner, label: string): Time {
    const { scheduler } = this;
    const openedAt = scheduler.now;
    return {
      now: () => scheduler.now + this.skew,
      elapsed: () => scheduler.now - openedAt,
      setTimeout: (run, delay) => scheduler.timer(`${label}: timer`, owner, delay, run),
      clearTimeout: (timer) => scheduler.cancel(timer as Pending | null | undefined),
    };
  }
}
