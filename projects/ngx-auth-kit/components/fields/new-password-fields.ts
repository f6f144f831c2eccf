import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { ɵAUTH_LABELS as AUTH_LABELS, AuthFieldLabels } from 'ngx-auth-kit/labels';
import { AuthFieldComponent } from './auth-field-component';
import { PasswordRule } from './password-rule';

/** A password that is being chosen, with its rules, and once more where that is wanted. */
@Component({
  selector: 'auth-new-password-fields',
  imports: [AuthFieldComponent],
  template: `
    <auth-field
      #password
      autocomplete="new-password"
      type="password"
      [name]="key()"
      [label]="texts().label"
      [missing]="texts().missing"
      [rules]="rules()"
      [autofocus]="autofocus()"
    />
    @if (confirm()) {
      <auth-field
        autocomplete="new-password"
        name="confirmPassword"
        type="password"
        [sent]="false"
        [label]="labels().fields.confirmPassword.label"
        [missing]="labels().fields.confirmPassword.missing"
        [repeats]="password.value"
      />
    }
  `,
  host: { class: 'auth-fields' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewPasswordFields {
  protected readonly labels = inject(AUTH_LABELS);

  /** By this name the password is sent. Not `name`: whoever looks for that is to find the input only. */
  readonly key = input.required<string>();
  readonly texts = input.required<AuthFieldLabels>();
  readonly rules = input.required<readonly PasswordRule[]>();
  /** Whether the password must be typed twice. */
  readonly confirm = input.required<boolean>();
  /** Whether it takes the focus when it appears. Default: false. */
  readonly autofocus = input(false);
}
