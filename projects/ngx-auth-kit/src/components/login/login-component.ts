import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  input,
  output,
} from '@angular/core';
import { ReactiveFormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { ReturnUrl } from '../../routing/return-url';
import { AuthService } from '../../session/auth-service';
import { AuthUser } from '../../session/auth-user';
import { CredentialFields, credentialForm } from '../credential-fields';
import { FormSubmission } from '../form-submission';

/**
 * A login form. After sign-in it goes to a valid `returnUrl`, else to `homeUrl`.
 *
 * ```html
 * <auth-login (signedIn)="welcome($event)" />
 * ```
 */
@Component({
  selector: 'auth-login',
  imports: [ReactiveFormsModule, CredentialFields],
  templateUrl: './login-component.html',
  styleUrl: '../auth-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginComponent {
  private readonly auth = inject(AuthService);
  private readonly router = inject(Router);
  private readonly returnUrl = inject(ReturnUrl);
  private readonly identifier = inject(AUTH_CONFIG).identifier;

  /** Whether to go to the return URL after sign-in. Default: true. */
  readonly navigate = input(true, { transform: booleanAttribute });
  /** The user has signed in; null where the backend names no user. */
  readonly signedIn = output<AuthUser | null>();

  protected readonly form = credentialForm();
  protected readonly submission = new FormSubmission();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.form.controls.password.reset());
  }

  protected signIn(): void {
    const { identifier, password } = this.form.getRawValue();
    this.submission.send(
      this.form,
      () => this.auth.login({ [this.identifier]: identifier, password }),
      (user) => {
        this.form.reset();
        this.signedIn.emit(user);
        if (this.navigate()) {
          void this.router.navigateByUrl(this.returnUrl.targetTree(this.router.url));
        }
      },
    );
  }
}
