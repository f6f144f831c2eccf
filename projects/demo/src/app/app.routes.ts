import { Routes } from '@angular/router';
import { ensureAuthenticated, ensureUser, loginRedirect } from 'ngx-auth-kit';
import { accountRoutes } from './account/account-routes';
import { AdminPage } from './guarded/admin-page';
import { ProtectedPage } from './guarded/protected-page';
import { HomePage } from './home/home-page';
import { NotFoundPage } from './not-found/not-found-page';
import { StatusPage } from './session/status-page';
import { LoginPage } from './sign-in/login-page';
import { RegisterPage } from './sign-in/register-page';

export const routes: Routes = [
  { path: '', title: 'Home', component: HomePage },
  // #region visitors
  {
    path: 'login',
    title: 'Sign in',
    component: LoginPage,
    canActivate: [loginRedirect],
    // The guard leads on whoever signs in beside the form.
    runGuardsAndResolvers: 'always',
  },
  { path: 'register', title: 'Register', component: RegisterPage, canActivate: [loginRedirect] },
  // #endregion
  // #region status
  { path: 'status', title: 'Status', component: StatusPage, canActivate: [ensureAuthenticated] },
  // #endregion
  // #region protected
  {
    path: 'protected',
    title: 'Protected',
    component: ProtectedPage,
    canActivate: [ensureAuthenticated],
  },
  // #endregion
  // #region vault
  {
    path: 'vault',
    title: 'Vault',
    loadComponent: () => import('./guarded/vault-page').then(({ VaultPage }) => VaultPage),
    canMatch: [ensureAuthenticated],
  },
  // #endregion
  // #region admin
  {
    path: 'admin',
    title: 'Admin',
    component: AdminPage,
    canActivate: [ensureUser((user) => user['admin'] === true, '/status')],
  },
  // #endregion
  {
    path: 'lab',
    title: 'Request lab',
    loadComponent: () => import('./lab/lab-page').then(({ LabPage }) => LabPage),
  },
  {
    path: 'look',
    title: 'Look',
    loadComponent: () => import('./look/look-page').then(({ LookPage }) => LookPage),
  },
  ...accountRoutes,
  { path: '**', title: 'Not found', component: NotFoundPage },
];
