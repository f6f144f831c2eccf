import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { skip } from 'rxjs';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { NewPasswordFields } from '../fields/new-password-fields';
import { PasswordRule } from '../fields/password-rule';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';
import { listOf } from '../form/page-inputs';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';
import { isSameLink } from '../mail-link/mail-link';
import { MailLinkReader } from '../mail-link/mail-link-reader';

/**
 * A form for a new password, opened by the link of an e-mail: `?token=…`, and `uid` or `email` if
 * the backend needs them. They are removed from the page's URL. It has the content slots of {@link
 * LoginComponent}, without `[authSocial]`.
 *
 * ```html
 * <auth-reset-password [passwordRules]="[minLength(12)]" confirmPassword />
 * ```
 */
@Component({
  selector: 'auth-reset-password',
  imports: [AuthFrame, FormPanel, NewPasswordFields, RouterLink, SuccessNote],
  templateUrl: './reset-password-component.html',
  providers: [AuthForm, MailLinkReader],
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPasswordComponent {
  private readonly auth = inject(AuthService);
  private readonly form = inject(AuthForm);
  private readonly link = inject(MailLinkReader).link;
  protected readonly labels = inject(AUTH_LABELS);

  /** The token of the e-mail, for links of another form. Default: `token` in the page's URL. */
  readonly token = input<string>();
  /** The id of the user, if the backend needs it. Default: `uid` in the page's URL. */
  readonly uid = input<string>();
  /** The address of the user, if the backend needs it. Default: `email` in the page's URL. */
  readonly email = input<string>();
  /** Rules for the password, shown while the user types. Default: none. */
  readonly passwordRules = input([], { transform: listOf<PasswordRule> });
  /** True if the password must be typed twice. Default: false. */
  readonly confirmPassword = input(false, { transform: booleanAttribute });
  /** Emits when the password is set. The user can then sign in with it. */
  readonly passwordReset = output();

  protected readonly loginTree = inject(Router).parseUrl(inject(AUTH_CONFIG).loginUrl);
  protected readonly done = signal(false);
  protected readonly details = computed(
    () => {
      const link = this.link();
      const token = this.token() ?? link.token;
      if (token === undefined) return null;
      return { token, uid: this.uid() ?? link.uid, email: this.email() ?? link.email };
    },
    { equal: isSameLink },
  );

  constructor() {
    const newLinks = toObservable(this.details).pipe(skip(1), takeUntilDestroyed());
    newLinks.subscribe(() => {
      this.form.clear();
      this.done.set(false);
    });
  }

  protected reset(): void {
    this.form.send(
      () => this.auth.resetPassword({ ...this.details(), ...this.form.values() }),
      () => {
        this.form.clear();
        this.done.set(true);
        this.passwordReset.emit();
      },
    );
  }
}
