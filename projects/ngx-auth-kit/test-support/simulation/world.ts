import { Browser } from './browser/browser';
import { Page } from './browser/page';
import { Tab } from './browser/tab';
import { Observer } from './record/observer';
import { StoryRecord } from './record/story-record';
import { Scheduler } from './schedule/scheduler';
import { Backend } from './server/backend';
import { SimulationConfig } from './simulation-config';

/** A wait after which a connection does not survive the sleep of the device, in milliseconds. */
const CONNECTION_SURVIVES = 5_000;

/** Everything there is: one browser, one backend, one scheduler, and an observer who writes it down. */
export class World {
  readonly record = new StoryRecord();
  readonly scheduler: Scheduler;
  readonly backend: Backend;
  readonly browser: Browser;
  readonly observer: Observer;

  /** @param drain Lets every promise that can go on do so. */
  constructor(
    readonly config: SimulationConfig,
    drain: () => Promise<void>,
  ) {
    this.scheduler = new Scheduler(drain, (label) => this.observer.look(label));
    this.backend = new Backend(config);
    this.observer = new Observer(this);
    this.browser = new Browser(config, this.scheduler, this.backend, this.observer);
  }

  /** The tab of a number that may be larger than there are tabs; null without any. */
  tab(index: number): Tab | null {
    const { tabs } = this.browser;
    return tabs[index % tabs.length] ?? null;
  }

  /** The page that a user of this tab sees and can use. */
  page(index: number): Page | null {
    const page = this.tab(index)?.page;
    return page?.isAwake ? page : null;
  }

  /** The device sleeps: time passes for everybody else. */
  async sleep(milliseconds: number): Promise<void> {
    const { network } = this.browser;
    // What the back-forward cache keeps stands still anyway.
    const pages = this.browser.pages.filter(({ isFrozen }) => !isFrozen);
    for (const page of pages) page.isAsleep = true;
    if (milliseconds > CONNECTION_SURVIVES) pages.forEach((page) => network.hangUp(page));
    await this.scheduler.advance(milliseconds);
    this.browser.clock.sleptAt = this.scheduler.now;
    for (const page of pages) {
      // Timers count the time that the device was awake.
      this.scheduler.postpone(page, milliseconds);
      page.isAsleep = false;
    }
    for (const page of pages) {
      page.window.dispatch('visibilitychange');
      page.window.dispatch('focus');
      page.window.dispatch('online');
    }
  }
}
