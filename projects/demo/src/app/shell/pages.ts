/** A page that the header leads to. */
export interface DemoPage {
  readonly path: string;
  readonly name: string;
}

export const PAGES: readonly DemoPage[] = [
  { path: '/status', name: 'Status' },
  { path: '/lab', name: 'Lab' },
  { path: '/protected', name: 'Protected' },
  { path: '/vault', name: 'Vault' },
  { path: '/admin', name: 'Admin' },
  { path: '/outbox', name: 'Outbox' },
  { path: '/look', name: 'Look' },
];
