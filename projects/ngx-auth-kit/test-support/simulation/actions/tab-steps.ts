import { Tab } from '../browser/tab';
import type { World } from '../world';
import { anytime, StoryStep } from './story-step';

/** As many tabs as can still surprise. */
const MOST_TABS = 3;

/** The user opens the app in another tab. */
export function openTab(): StoryStep {
  return {
    text: 'openTab()',
    isPossible: ({ browser }) => browser.tabs.length < MOST_TABS,
    run: ({ browser }) => void browser.openTab(),
  };
}

/** The user duplicates a tab, and its `sessionStorage` with it. */
export function duplicateTab(tab: number): StoryStep {
  return {
    text: `duplicateTab(${tab})`,
    isPossible: ({ browser: { tabs } }) => tabs.length > 0 && tabs.length < MOST_TABS,
    run: (world) => {
      world.record.covered.add('duplicated tab');
      world.browser.openTab(world.tab(tab));
    },
  };
}

export function closeTab(tab: number): StoryStep {
  return onTab(`closeTab(${tab})`, tab, (found, { browser }) => browser.closeTab(found));
}

export function reload(tab: number): StoryStep {
  return onTab(`reload(${tab})`, tab, (found, { browser, record }) => {
    const { page } = found;
    const isRefreshing = browser.network.exchanges.some(
      ({ endpoint, end, page: name }) =>
        endpoint === 'refresh' && end === 'open' && name === page?.name,
    );
    record.covered.add(isRefreshing ? 'reload during a refresh' : 'reload');
    browser.load(found);
  });
}

/** The user goes to another site. */
export function leave(tab: number): StoryStep {
  return onTab(`leave(${tab})`, tab, (found, { browser, record }) => {
    record.covered.add('left for another site');
    browser.leave(found);
  });
}

/** The user goes back to the app: from the back-forward cache if it waits there. */
export function goBack(tab: number): StoryStep {
  return onTab(`goBack(${tab})`, tab, (found, { browser, record }) => {
    if (found.page?.isFrozen) record.covered.add('back from the cache');
    browser.goBack(found);
  });
}

/** The user clears the data of the site: every storage and every cookie. */
export function clearSiteData(): StoryStep {
  return anytime('clearSiteData()', ({ browser, record, scheduler }) => {
    record.clearings.push(scheduler.now);
    record.covered.add('site data cleared');
    browser.localStorage.clear();
    browser.tabs.forEach(({ sessionStorage }) => sessionStorage.clear());
    browser.databases.clear();
    browser.jar.apply({ access: null, refresh: null });
  });
}

/** The quota is used up: from now on writing fails. */
export function fillStorage(): StoryStep {
  return anytime('fillStorage()', ({ browser, record }) => {
    record.covered.add('storage full');
    browser.localStorage.isFull = true;
    browser.tabs.forEach(({ sessionStorage }) => (sessionStorage.isFull = true));
  });
}

function onTab(text: string, index: number, run: (tab: Tab, world: World) => void): StoryStep {
  return {
    text,
    isPossible: (world) => world.tab(index) !== null,
    run: (world) => {
      const tab = world.tab(index);
      if (tab) run(tab, world);
    },
  };
}
