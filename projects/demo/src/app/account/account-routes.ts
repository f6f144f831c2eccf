import { Routes } from '@angular/router';
import { OutboxPage } from './outbox-page';

/**
 * What one does about an account. Pages to ask for a new password, to set one and to confirm an
 * address belong here, and their links into `PAGES`, as soon as the library has the components.
 */
export const accountRoutes: Routes = [{ path: 'outbox', title: 'Outbox', component: OutboxPage }];
