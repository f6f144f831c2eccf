import { test as base, expect } from '@playwright/test';
import { serveSite } from './serve-site.ts';

export { expect };

/** Fails on errors in the console or the page, and on requests that leave the folder or its server. */
export const test = base.extend<{ readonly noFaults: void }, { readonly hosted: string }>({
  // The address of the site on a static host of this worker.
  hosted: [
    // eslint-disable-next-line no-empty-pattern -- Playwright insists on a pattern.
    async ({}, use) => {
      const site = await serveSite();
      await use(site.url);
      site.close();
    },
    { scope: 'worker' },
  ],
  noFaults: [
    async ({ context }, use) => {
      const faults: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      context.on('weberror', (error) => faults.push(error.error().message));
      context.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (!['file:', 'data:', 'blob:'].includes(protocol) && hostname !== '127.0.0.1') {
          faults.push(`asks for ${request.url()}`);
        }
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
