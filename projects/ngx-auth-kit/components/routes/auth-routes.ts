import { inject } from '@angular/core';
import { Route, Routes } from '@angular/router';
import {
  AuthEndpointName,
  ensureAuthenticated,
  loginRedirect,
  ɵwhenConfigured as whenConfigured,
} from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS, AuthLabels } from 'ngx-auth-kit/labels';
import { ChangePasswordComponent } from '../change-password/change-password-component';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { StatusComponent } from '../status/status-component';
import { VerifyEmailComponent } from '../verify-email/verify-email-component';
import { offers } from './offers';
import { RoutedLogin } from './routed-login';
import { RoutedRegister } from './routed-register';
import { RoutedResetPassword } from './routed-reset-password';

/**
 * Returns routes for all screens, with links, guards and titles: `login`, `register`, `status`,
 * `forgot-password`, `reset-password`, `verify-email` and `change-password`. If the backend has no
 * endpoint for a page, its route does not match. Below a path, set `loginUrl` and `homeUrl` to
 * match.
 *
 * ```ts
 * const routes: Routes = [
 *   {
 *     path: 'account',
 *     loadChildren: () => import('ngx-auth-kit/components').then((screens) => screens.authRoutes()),
 *   },
 * ];
 * provideAuth({ baseUrl: '/api', loginUrl: '/account/login', homeUrl: '/account/status' });
 * ```
 */
export function authRoutes(): Routes {
  return [
    page('login', 'login', { component: RoutedLogin, canActivate: [loginRedirect] }),
    page('register', 'register', { component: RoutedRegister, canActivate: [loginRedirect] }),
    { path: 'status', component: StatusComponent, canActivate: [ensureAuthenticated] },
    page('forgot-password', 'forgotPassword', { component: ForgotPasswordComponent }),
    page('reset-password', 'resetPassword', { component: RoutedResetPassword }),
    page('verify-email', 'verifyEmail', { component: VerifyEmailComponent }),
    page('change-password', 'changePassword', {
      component: ChangePasswordComponent,
      canActivate: [ensureAuthenticated],
    }),
  ];
}

function page(path: string, endpoint: AuthEndpointName & keyof AuthLabels, route: Route): Route {
  return {
    path,
    title: () => (inject(AUTH_LABELS)()[endpoint] as { readonly title: string }).title,
    canMatch: [() => whenConfigured(() => offers(endpoint))],
    ...route,
  };
}
