import { inject, Injectable } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { Session } from './app';

/** The app's session in the set-ups with ngx-auth-kit. */
@Injectable()
export class KitSession extends Session {
  private readonly auth = inject(AuthService);

  override readonly isAuthenticated = this.auth.isAuthenticated;

  override logIn(): void {
    this.auth.login({ email: 'ada@example.com', password: 'secret' }).subscribe();
  }
}
