import { inject } from '@angular/core';
import { CanActivateFn, Router } from '@angular/router';
import { TutorialAuth } from './tutorial-auth';

/** The tutorials' guard. */
export const tutorialGuard: CanActivateFn = (_route, { url }) =>
  inject(TutorialAuth).isLoggedIn() ||
  inject(Router).createUrlTree(['/login'], { queryParams: { returnUrl: url } });
