import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';

/**
 * A form that asks the backend to send an e-mail with a link for a new password. It says the same
 * if the account exists and if it does not. It has the content slots of {@link LoginComponent},
 * without `[authSocial]`.
 *
 * ```html
 * <auth-forgot-password (requested)="track()" />
 * ```
 */
@Component({
  selector: 'auth-forgot-password',
  imports: [AuthFieldComponent, AuthFrame, FormPanel, SuccessNote],
  template: `
    @let texts = labels().forgotPassword;
    @let email = labels().fields.email;
    <auth-frame>
      <ng-content select="[authLogo]" />
      <ng-content select="[authTitle]" />
      @if (done()) {
        <auth-success-note>{{ texts.done }}</auth-success-note>
      } @else {
        <auth-form needs="forgotPassword" [texts]="texts" (submitted)="request()">
          <p class="auth-text">{{ texts.hint }}</p>
          <auth-field
            autocomplete="email"
            alias="identifier"
            name="email"
            type="email"
            [label]="email.label"
            [missing]="email.missing"
            [autofocus]="autofocus()"
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
export class ForgotPasswordComponent {
  private readonly auth = inject(AuthService);
  private readonly form = inject(AuthForm);
  protected readonly labels = inject(AUTH_LABELS);

  /** True if the first field gets the focus when the form appears. Default: false. */
  readonly autofocus = input(false, { transform: booleanAttribute });
  /** Emits when the backend has accepted the request. */
  readonly requested = output();

  protected readonly done = signal(false);

  protected request(): void {
    this.form.send(
      () => this.auth.forgotPassword(this.form.values()),
      () => {
        this.done.set(true);
        this.requested.emit();
      },
    );
  }
}
