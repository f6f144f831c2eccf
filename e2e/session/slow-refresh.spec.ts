import type { Route } from '@playwright/test';
import { DEMO, INTRANET } from '../origins.ts';
import { expect, test } from '../test.ts';
import { expectKnown, openTabs, refreshIn, signInToApp } from './app-page.ts';

test.use({ appOptions: { backend: 'tokens' } });

for (const { where, origin } of [
  { where: 'with Web Locks', origin: DEMO },
  { where: 'on plain http', origin: INTRANET },
]) {
  test(`three tabs wait twelve seconds for one refresh, ${where}`, async ({
    context,
    page,
    backend,
  }) => {
    await context.clock.install();
    await signInToApp(page, `${origin}/app/`);
    const tabs = await openTabs(page, 3);
    const asked: Route[] = [];
    await context.route('**/auth/refresh', (route) => void asked.push(route));
    let isOver = false;
    const outcome = refreshIn(...tabs).finally(() => (isOver = true));
    await expect.poll(() => asked.length).toBe(1);

    for (let second = 1; second <= 12; second++) await context.clock.fastForward(1_000);
    expect(isOver).toBe(false);
    expect(asked).toHaveLength(1);
    await asked[0]!.continue();
    await outcome;
    await expectKnown(...tabs);
    expect(await backend.calls('POST', '/auth/refresh')).toBe(1);
  });
}
