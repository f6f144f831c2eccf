import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ɵAUTH_CONFIG as AUTH_CONFIG } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { LoginComponent } from '../login/login-component';
import { offers } from './offers';

/** The login form with the ways to the pages beside it. */
@Component({
  selector: 'auth-routed-login',
  imports: [LoginComponent, RouterLink],
  template: `
    <auth-login>
      <p authLinks class="auth-links">
        @if (canReset) {
          <a class="auth-link" routerLink="../forgot-password" queryParamsHandling="preserve">
            {{ labels().forgotPassword.title }}
          </a>
        }
        @if (canRegister) {
          <a class="auth-link" routerLink="../register" queryParamsHandling="preserve">
            {{ labels().register.title }}
          </a>
        }
      </p>
    </auth-login>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutedLogin {
  protected readonly labels = inject(AUTH_LABELS);
  private readonly hasPassword = inject(AUTH_CONFIG).backend.asksPassword !== false;
  protected readonly canReset = this.hasPassword && offers('forgotPassword');
  protected readonly canRegister = offers('register');
}
