import { HttpBackend, provideHttpClient, withInterceptors } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, runInInjectionContext } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import {
  ActivatedRouteSnapshot,
  CanActivateFn,
  provideRouter,
  Router,
  RouterStateSnapshot,
} from '@angular/router';
import { authInterceptor, ensureAuthenticated, provideAuth } from 'ngx-auth-kit';
import { isObservable } from 'rxjs';
import { provideJwtHelper } from '../peers/page/provide-jwt-helper';
import { tutorialGuard } from '../peers/tutorial/tutorial-guard';
import { InstantBackend } from './instant-backend';
import { jwt } from './jwt';
import { OpenBench } from './round';
import { signInToKit } from './sign-in-to-kit';

@Component({
  selector: 'bench-guarded',
  template: '',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
class Guarded {}

const guards: Readonly<Record<string, CanActivateFn>> = {
  bare: () => true,
  tutorial: tutorialGuard,
  kit: ensureAuthenticated,
};

/** How long a guard takes to decide, called as the router calls it: in an injection context. */
export const openGuards: OpenBench = async (parameters) => {
  const name = parameters.get('variant') ?? '';
  const guard = guards[name]!;
  const isSignedIn = parameters.get('signedIn') === 'yes';
  let asked: [ActivatedRouteSnapshot, RouterStateSnapshot] | undefined;
  const remember: CanActivateFn = (...of) => Boolean((asked = of));
  if (isSignedIn) localStorage.setItem('token', jwt());
  const { injector } = await createApplication({
    providers: [
      provideRouter([{ path: 'guarded', component: Guarded, canActivate: [remember] }]),
      provideHttpClient(withInterceptors([authInterceptor])),
      provideJwtHelper(),
      provideAuth({ baseUrl: '/auth', tokenKey: 'kit-token' }),
      { provide: HttpBackend, useValue: new InstantBackend() },
    ],
  });
  if (isSignedIn) signInToKit(injector);
  await injector.get(Router).navigateByUrl('/guarded?page=2');
  return (count) => {
    let passed = 0;
    const start = performance.now();
    for (let index = 0; index < count; index++) {
      const decision = runInInjectionContext(injector, () => guard(...asked!));
      if (isObservable(decision)) throw new Error(`${name} has not decided at once.`);
      if (decision === true) passed++;
    }
    const milliseconds = performance.now() - start;
    const expected = isSignedIn || name === 'bare' ? count : 0;
    if (passed !== expected) throw new Error(`${name} let ${passed} of ${count} pass.`);
    return { milliseconds };
  };
};
