import { inject } from '@angular/core';
import { CanMatchFn, Routes } from '@angular/router';
import { AuthEndpointName, ensureAuthenticated } from 'ngx-auth-kit';
import { backendOf, DIALECT } from '../backend/dialect';
import { NotOfferedPage } from './not-offered-page';
import { OutboxPage } from './outbox-page';

/** What one does about an account, with a mail or without; `authRoutes()` has the same for an app. */
export const accountRoutes: Routes = [
  { path: 'outbox', title: 'Outbox', component: OutboxPage },
  // #region routes
  {
    path: 'forgot-password',
    title: 'Forgot your password?',
    loadComponent: () =>
      import('./forgot-password-page').then(({ ForgotPasswordPage }) => ForgotPasswordPage),
    canMatch: [offers('forgotPassword')],
  },
  {
    path: 'reset-password',
    title: 'Choose a new password',
    loadComponent: () =>
      import('./reset-password-page').then(({ ResetPasswordPage }) => ResetPasswordPage),
    canMatch: [offers('resetPassword')],
  },
  {
    path: 'verify-email',
    title: 'Confirm your address',
    loadComponent: () =>
      import('./verify-email-page').then(({ VerifyEmailPage }) => VerifyEmailPage),
    canMatch: [offers('verifyEmail')],
  },
  {
    path: 'change-password',
    title: 'Change your password',
    loadComponent: () =>
      import('./change-password-page').then(({ ChangePasswordPage }) => ChangePasswordPage),
    canMatch: [offers('changePassword')],
    canActivate: [ensureAuthenticated],
  },
  // #endregion
  ...['forgot-password', 'reset-password', 'verify-email', 'change-password'].map((path) => ({
    path,
    title: 'Not offered',
    component: NotOfferedPage,
  })),
];

function offers(endpoint: AuthEndpointName): CanMatchFn {
  return () => backendOf(inject(DIALECT)).endpoints[endpoint] !== undefined;
}
