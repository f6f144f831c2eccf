import { expect, test } from '../test.ts';

const SECRET = 'mailed-secret-of-the-link';

test.use({ appOptions: { backend: 'tokens', preservesQuery: true } });

for (const screen of ['reset-password', 'verify-email']) {
  test(`the token of a ${screen} link stays nowhere, also if the router preserves queries`, async ({
    page,
  }) => {
    await page.goto('/app/');
    await page.goto(`/app/${screen}?token=${SECRET}&from=mail`);
    await expect(page).toHaveURL(`/app/${screen}?from=mail`);
    const home = page.getByRole('link', { name: 'Home' });
    await expect(home).toHaveAttribute('href', '/app/?from=mail');

    const traces = await page.evaluate(() =>
      JSON.stringify([
        // Every entry of the history, as far as it is this origin's.
        (window as unknown as { navigation: Navigation }).navigation
          .entries()
          .map((entry) => [entry.url, entry.getState()]),
        history.state,
        [...document.links].map(({ href }) => href),
        document.referrer,
        { ...localStorage },
        { ...sessionStorage },
      ]),
    );
    expect(traces).toContain('from=mail');
    expect(traces).not.toContain(SECRET);
    await home.click();
    await expect(page).toHaveURL('/app/?from=mail');
  });
}

interface Navigation {
  entries(): readonly { readonly url: string | null; getState(): unknown }[];
}
