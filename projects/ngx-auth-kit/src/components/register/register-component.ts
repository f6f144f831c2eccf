import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router, RouterLink } from '@angular/router';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { ReturnUrl } from '../../routing/return-url';
import { AuthRegistration, AuthService } from '../../session/auth-service';
import { CredentialFields, credentialForm } from '../credential-fields';
import { FormSubmission } from '../form-submission';

/**
 * A registration form. Where the backend signs the new user in at once, it goes to a valid
 * `returnUrl`, else to `homeUrl`; where it does not, it points to the login page.
 *
 * ```html
 * <auth-register (registered)="track($event.authenticated)" />
 * ```
 */
@Component({
  selector: 'auth-register',
  imports: [ReactiveFormsModule, RouterLink, CredentialFields],
  templateUrl: './register-component.html',
  styleUrl: '../auth-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterComponent {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);
  private readonly returnUrl = inject(ReturnUrl);
  private readonly config = inject(AUTH_CONFIG);

  /** Whether to go to the return URL once signed in. Default: true. */
  readonly navigate = input(true, { transform: booleanAttribute });
  /** The account exists. */
  readonly registered = output<AuthRegistration>();

  protected readonly form = credentialForm();
  protected readonly submission = new FormSubmission();
  protected readonly loginTree = this.router.parseUrl(this.config.loginUrl);
  protected readonly mustSignIn = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.form.controls.password.reset());
  }

  protected register(): void {
    const { identifier, password } = this.form.getRawValue();
    this.mustSignIn.set(false);
    this.submission.send(
      this.form,
      () => this.auth.register({ [this.config.identifier]: identifier, password }),
      (registration) => {
        this.form.reset();
        this.registered.emit(registration);
        this.mustSignIn.set(!registration.authenticated);
        if (registration.authenticated && this.navigate()) {
          void this.router.navigateByUrl(this.returnUrl.targetTree(this.router.url));
        }
      },
    );
  }
}
