import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { RegisterComponent } from '../register/register-component';

/** The registration form with the way to the login page. */
@Component({
  selector: 'auth-routed-register',
  imports: [RegisterComponent, RouterLink],
  template: `
    <auth-register>
      <p authLinks class="auth-links">
        <a class="auth-link" routerLink="../login" queryParamsHandling="preserve">
          {{ labels().login.title }}
        </a>
      </p>
    </auth-register>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RoutedRegister {
  protected readonly labels = inject(AUTH_LABELS);
}
