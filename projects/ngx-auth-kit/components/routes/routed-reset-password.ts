import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { ResetPasswordComponent } from '../reset-password/reset-password-component';

/** The form for a new password with the way to ask for another link. */
@Component({
  selector: 'auth-routed-reset-password',
  imports: [ResetPasswordComponent, RouterLink],
  template: `
    <auth-reset-password>
      <p authLinks class="auth-links">
        <a class="auth-link" routerLink="../forgot-password" queryParamsHandling="replace">
          {{ labels().resetPassword.requestLink }}
        </a>
      </p>
    </auth-reset-password>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutedResetPassword {
  protected readonly labels = inject(AUTH_LABELS);
}
