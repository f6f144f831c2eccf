import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import { AuthError, AuthService, AuthUser } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { AuthForm } from '../form/auth-form';
import { FormPanel } from '../form/form-panel';

/** The second step of a login: a one-time code. */
@Component({
  selector: 'auth-second-factor-step',
  imports: [AuthFieldComponent, FormPanel],
  template: `
    @let labels = allLabels().secondFactor;
    @let code = allLabels().fields.code;
    <auth-form
      [texts]="labels"
      [errorLabels]="{ invalid_credentials: labels.wrongCode }"
      (submitted)="confirm()"
    >
      <p class="auth-text">{{ labels.hint }}</p>
      <auth-field
        autocomplete="one-time-code"
        name="code"
        type="numeric"
        [autofocus]="true"
        [label]="code.label"
        [missing]="code.missing"
      />
    </auth-form>
    <button class="auth-button auth-quiet" type="button" (click)="abandoned.emit(null)">
      {{ labels.restart }}
    </button>
  `,
  providers: [AuthForm],
  host: { class: 'auth-step' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SecondFactorStep {
  private readonly auth = inject(AuthService);
  private readonly form = inject(AuthForm);
  protected readonly allLabels = inject(AUTH_LABELS);

  /** The user has signed in. */
  readonly verified = output<AuthUser | null>();
  /** Back to the first step: at the user's wish (null), or because the login has expired. */
  readonly abandoned = output<AuthError | null>();

  protected confirm(): void {
    this.form.send(
      () => this.auth.verifySecondFactor(this.form.values()),
      (user) => this.verified.emit(user),
      (error) => {
        const expired = error.code === 'session_expired';
        if (expired) this.abandoned.emit(error);
        return expired;
      },
    );
  }
}
