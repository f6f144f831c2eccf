import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { ADA, signIn } from '../accounts.ts';

interface DemoPage {
  readonly name: string;
  readonly path: string;
  readonly heading: string;
  readonly signedIn: boolean;
}

/** Every page of the demo without those of forms (see `screens.spec.ts`), with a session or without. */
export const PAGES: readonly DemoPage[] = [
  { name: 'home', path: '/', heading: 'Who goes there?', signedIn: false },
  { name: 'home-signed-in', path: '/', heading: 'Who goes there?', signedIn: true },
  { name: 'status', path: '/status', heading: 'Your session', signedIn: true },
  { name: 'protected', path: '/protected', heading: 'Protected', signedIn: true },
  { name: 'vault', path: '/vault?box=7', heading: 'Vault', signedIn: true },
  { name: 'admin', path: '/admin', heading: 'Admin', signedIn: true },
  { name: 'lab', path: '/lab', heading: 'Request lab', signedIn: true },
  { name: 'lab-signed-out', path: '/lab', heading: 'Request lab', signedIn: false },
  { name: 'outbox', path: '/outbox', heading: 'Outbox', signedIn: true },
  { name: 'look', path: '/look', heading: 'Look', signedIn: false },
  { name: 'not-found', path: '/nowhere', heading: 'No such page', signedIn: false },
];

/** Opens the page and waits until everything on it has arrived. */
export async function open(page: Page, { path, heading, signedIn }: DemoPage): Promise<void> {
  if (signedIn) await signIn(page, ADA);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
  if (signedIn) await expect(page.getByTestId('who')).toHaveText(ADA.email);
  await expect(page.getByText('Asking the backend …')).toHaveCount(0);
}
