import { Injector } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { jwt } from './jwt';

/** A session from a token that the app has got elsewhere. */
export function signInToKit(injector: Injector): void {
  const auth = injector.get(AuthService);
  if (!auth.setToken(jwt()) || !auth.isAuthenticated()) throw new Error('Not signed in.');
}
