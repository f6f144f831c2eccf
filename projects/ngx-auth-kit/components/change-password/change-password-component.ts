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
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { NewPasswordFields } from '../fields/new-password-fields';
import { PasswordRule } from '../fields/password-rule';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';
import { listOf } from '../form/page-inputs';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';

/**
 * A form for a new password of the signed-in user, who must enter the current one. It has the
 * content slots of {@link LoginComponent}, without `[authSocial]`.
 *
 * ```html
 * <auth-change-password [passwordRules]="[minLength(12)]" (passwordChanged)="close()" />
 * ```
 */
@Component({
  selector: 'auth-change-password',
  imports: [AuthFieldComponent, AuthFrame, FormPanel, NewPasswordFields, SuccessNote],
  template: `
    @let texts = labels().changePassword;
    @let current = labels().fields.currentPassword;
    <auth-frame>
      <ng-content select="[authLogo]" />
      <ng-content select="[authTitle]" />
      @if (done()) {
        <auth-success-note>{{ texts.done }}</auth-success-note>
      } @else {
        <auth-form
          needs="changePassword"
          [texts]="texts"
          [errorLabels]="{ invalid_credentials: texts.wrongPassword }"
          (submitted)="change()"
        >
          @if (username(); as username) {
            <input hidden readonly autocomplete="username" [value]="username" />
          }
          <auth-field
            autocomplete="current-password"
            name="currentPassword"
            type="password"
            [label]="current.label"
            [missing]="current.missing"
          />
          <auth-new-password-fields
            key="newPassword"
            [texts]="labels().fields.newPassword"
            [rules]="passwordRules()"
            [confirm]="confirmPassword()"
          />
          <ng-content />
        </auth-form>
      }
      <ng-content select="[authLinks]" />
      <ng-content select="[authFooter]" />
    </auth-frame>
  `,
  providers: [AuthForm],
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangePasswordComponent {
  private readonly auth = inject(AuthService);
  private readonly form = inject(AuthForm);
  private readonly identifier = inject(AUTH_CONFIG).identifier;
  protected readonly labels = inject(AUTH_LABELS);

  /** Rules for the password, shown while the user types. Default: none. */
  readonly passwordRules = input([], { transform: listOf<PasswordRule> });
  /** True if the new password must be typed twice. Default: false. */
  readonly confirmPassword = input(false, { transform: booleanAttribute });
  /** Emits when the new password is set. The session continues. */
  readonly passwordChanged = output();

  protected readonly done = signal(false);
  /** The account name, for password managers. */
  protected readonly username = computed(() => {
    const user = this.auth.user() ?? {};
    const names = [this.identifier, 'email', 'username'];
    return names.map((name) => user[name]).find((value) => typeof value === 'string');
  });

  protected change(): void {
    this.form.send(
      () => this.auth.changePassword(this.form.values()),
      () => {
        this.form.clear();
        this.done.set(true);
        this.passwordChanged.emit();
      },
    );
  }
}
