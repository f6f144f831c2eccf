import { Observable } from 'rxjs';
import { AuthEvent } from '../../../core/public-api';
import { Scheduler } from '../schedule/scheduler';
import { Backend } from '../server/backend';
import { SimulationConfig } from '../simulation-config';
import { BrowserClock } from './browser-clock';
import { ChannelHub } from './channel-hub';
import { CookieJar } from './cookie-jar';
import { DatabaseHost } from './database-host';
import { LockTable } from './lock-table';
import { Network } from './network';
import { Page } from './page';
import { StorageArea, StorageChange, StorageUser } from './storage-area';
import { Tab } from './tab';

/** Within this many milliseconds other tabs hear of a change of `localStorage`. */
const STORAGE_EVENT = 100;

/** Is told of every page load and of its end. */
export interface PageWatcher {
  /** Called before anything of the library runs, so that no event is missed. */
  opened(page: Page, events: Observable<AuthEvent>): void;
  closed(page: Page): void;
}

/** One browser with its tabs and everything that they share. */
export class Browser {
  readonly tabs: Tab[] = [];
  readonly clock: BrowserClock;
  readonly jar = new CookieJar();
  readonly channels: ChannelHub;
  readonly locks: LockTable;
  readonly databases: DatabaseHost;
  readonly network: Network;
  readonly localStorage = new StorageArea((change, by) => this.#tellOfStorage(change, by));
  #openedTabs = 0;

  constructor(
    private readonly config: SimulationConfig,
    private readonly scheduler: Scheduler,
    backend: Backend,
    readonly watcher: PageWatcher,
  ) {
    this.clock = new BrowserClock(scheduler, config.clientSkew);
    this.channels = new ChannelHub(scheduler, config.channel);
    this.locks = new LockTable(scheduler);
    this.databases = new DatabaseHost(scheduler);
    this.network = new Network(config, scheduler, backend, this.jar);
  }

  get pages(): Page[] {
    return this.tabs.flatMap(({ page }) => page ?? []);
  }

  /** @param original The tab whose `sessionStorage` is copied, if one is duplicated. */
  openTab(original: Tab | null = null): Tab {
    const sessionStorage = new StorageArea(() => undefined);
    original?.sessionStorage.values.forEach((value, key) => sessionStorage.values.set(key, value));
    const tab = new Tab(++this.#openedTabs, sessionStorage, original !== null);
    this.tabs.push(tab);
    this.load(tab);
    return tab;
  }

  closeTab(tab: Tab): void {
    this.#unload(tab);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
  }

  /** Loads the app in the tab, in place of the page that is there. */
  load(tab: Tab): void {
    this.#unload(tab);
    tab.page = new Page(this, tab, this.config);
  }

  /** The user goes to another site. Pages that are busy are not kept for the way back. */
  leave(tab: Tab): void {
    const { page } = tab;
    if (!page || page.isFrozen) return;
    const busy = [this.locks, this.network, this.databases].some((one) => one.isInUseBy(page));
    if (busy) this.#unload(tab);
    else {
      page.window.dispatch('pagehide', { persisted: true });
      page.isFrozen = true;
      page.frozenAt = this.scheduler.now;
    }
  }

  /** The user goes back to the app. */
  goBack(tab: Tab): void {
    const { page } = tab;
    if (!page) this.load(tab);
    else if (page.isFrozen) {
      this.scheduler.postpone(page, this.scheduler.now - page.frozenAt);
      page.isFrozen = false;
      page.window.dispatch('pageshow', { persisted: true });
    }
  }

  #unload(tab: Tab): void {
    const { page } = tab;
    if (!page) return;
    tab.page = null;
    page.isAlive = false;
    this.network.abandon(page);
    this.databases.abandon(page);
    this.channels.closeAll(page);
    this.scheduler.cancelAll(page);
    page.close();
    this.scheduler.cancelAll(page);
    this.locks.releaseAll(page);
    this.watcher.closed(page);
  }

  #tellOfStorage(change: StorageChange, by: StorageUser | null): void {
    for (const page of this.pages) {
      // A page in the back-forward cache misses the event for good.
      if (page === by || page.isFrozen) continue;
      const storageArea = page.window.window.localStorage;
      const tell = () => page.window.dispatch('storage', { ...change, storageArea });
      const label = `${page.name}: storage event for ${change.key ?? 'all keys'}`;
      this.scheduler.deliver(label, page, STORAGE_EVENT, tell, `storage of ${page.name}`);
    }
  }
}
