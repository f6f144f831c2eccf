import type { BrowserContext, Page } from '@playwright/test';
import type { Backend } from '../backend.ts';
import { DEMO, INTRANET } from '../origins.ts';
import { expect, test } from '../test.ts';
import { expectKnown, openTabs, signInToApp, statusOf } from './app-page.ts';

const TABS = 10;
/** `ROUNDS=100` plays that many and prints figures. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 2);
/** `LOCKS=1` is for comparison: the same with Web Locks. */
const ORIGIN = process.env['LOCKS'] ? DEMO : INTRANET;
/** Enough for all tabs to be told, in milliseconds. */
const AHEAD = 100;

interface Round {
  /** Tabs whose request was answered in the end. */
  readonly answered: number;
  /** Tabs that are still signed in. */
  readonly survivors: number;
  readonly calls: number;
  /** Calls with a refresh token that had been sent before. */
  readonly reused: number;
}

// Not yet `answered: TABS`: a tab that reads storage while another writes it may see the new version
// with the old token, and sends its request again with that.
const GOOD = { survivors: TABS, calls: 1, reused: 0 };

test.use({ appOptions: { backend: 'tokens' } });

test('without Web Locks, ten tabs refresh once, and none is signed out', async ({
  context,
  page,
  backend,
}) => {
  test.setTimeout(30_000 + ROUNDS * 5_000);
  await signInToApp(page, `${ORIGIN}/app/`);
  const hasLocks = await page.evaluate(() => 'locks' in navigator);
  expect(hasLocks).toBe(ORIGIN !== INTRANET);
  const tabs = await openTabs(page, TABS);

  for (const reuseDetection of [false, true]) {
    await backend.set({ reuseDetection });
    const rounds = await play(context, tabs, backend);
    if (process.env['ROUNDS']) console.log({ reuseDetection, hasLocks, ...summary(rounds) });
    expect.soft(rounds).toMatchObject(rounds.map(() => GOOD));
  }
  // After a reuse the backend would know none of their tokens any more.
  await Promise.all(tabs.map((tab) => tab.reload()));
  await expectKnown(...tabs);
});

async function play(
  context: BrowserContext,
  tabs: readonly Page[],
  backend: Backend,
): Promise<readonly Round[]> {
  const sent: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/auth/refresh')) sent.push(request.postData() ?? '');
  });
  const rounds: Round[] = [];
  let before = 0;
  while (rounds.length < ROUNDS) {
    // From now on, every access token is refused.
    await backend.rotateKeys();
    const at = Date.now() + AHEAD;
    const outcomes = await Promise.all(tabs.map((tab) => askAt(tab, at)));
    const calls = sent.slice(before);
    const reused = calls.filter((token, index) => sent.indexOf(token) < before + index).length;
    const answered = outcomes.filter((outcome) => outcome === 'ok').length;
    const survivors = await signedIn(tabs);
    rounds.push({ answered, survivors, calls: calls.length, reused });
    before = sent.length;
  }
  return rounds;
}

/** Asks at that moment, so that no tab hears of another's refusal first. */
function askAt(tab: Page, at: number): Promise<string> {
  return tab.evaluate(
    (moment) =>
      new Promise<string>((resolve) => {
        setTimeout(() => resolve(window.testApp.ask()), moment - Date.now());
      }),
    at,
  );
}

async function signedIn(tabs: readonly Page[]): Promise<number> {
  const texts = await Promise.all(tabs.map((tab) => statusOf(tab).innerText()));
  return texts.filter((text) => text === 'authenticated').length;
}

function summary(rounds: readonly Round[]): object {
  const figures = (pick: (round: Round) => number) => {
    const all = rounds.map(pick);
    const sum = all.reduce((total, one) => total + one, 0);
    return `${sum}, ${Math.min(...all)} to ${Math.max(...all)} a round`;
  };
  return {
    rounds: rounds.length,
    answered: figures(({ answered }) => answered),
    survivors: figures(({ survivors }) => survivors),
    calls: figures(({ calls }) => calls),
    reused: figures(({ reused }) => reused),
  };
}
