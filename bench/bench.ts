import { installPeers } from './peers/install-peers.ts';
import { describeMachine } from './report/machine.ts';
import { markdownTable } from './report/markdown-table.ts';
import { writeResults } from './report/write-results.ts';
import { buildOnce } from './size/build-once.ts';
import { checkBudgets } from './size/check-budgets.ts';
import { measureOwnSizes } from './size/own-sizes.ts';
import { OWN_SET_UPS, peerSetUps } from './size/set-ups.ts';
import { sizeTable } from './size/size-table.ts';
import { launchBrowser } from './speed/browser.ts';
import { measureGuards } from './speed/measure-guards.ts';
import { measureRefusals } from './speed/measure-refusals.ts';
import { measureRequests } from './speed/measure-requests.ts';
import { measureStartUp } from './speed/measure-start-up.ts';
import { serveFolder } from './speed/serve-folder.ts';
import { BASELINE, startedApps } from './speed/started-apps.ts';

/** Measures everything and rewrites the tables of RESULTS.md: `npm run bench`. */
const begin = Date.now();
installPeers();
const browser = await launchBrowser();
const machine = describeMachine(browser.version());

tell('sizes');
const own = measureOwnSizes();
const sizes = sizeTable([...OWN_SET_UPS, ...peerSetUps()], own);
const budgets = markdownTable(
  ['promise', 'kept', 'measured'],
  checkBudgets(own).map(({ name, isKept, measured }) => [
    name,
    isKept ? 'yes' : '**no**',
    measured,
  ]),
);

const { origin, close } = await serveFolder(buildOnce('page/main.ts'));
tell('requests');
const requests = await measureRequests(browser, origin);
tell('guards');
const guards = await measureGuards(browser, origin);
tell('refusals');
const refusals = await measureRefusals(browser, origin);
close();
tell('start-up');
const startUp = await measureStartUp(browser, startedApps(), BASELINE);
await browser.close();

const minutes = ((Date.now() - begin) / 60_000).toFixed(1);
await writeResults({
  machine: `Measured on ${machine}; the run took ${minutes} minutes.`,
  sizes,
  budgets,
  requests,
  guards,
  refusals,
  'start-up': startUp,
});

function tell(what: string): void {
  console.log(`${((Date.now() - begin) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}
