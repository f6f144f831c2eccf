import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { PasswordRule } from './password-rule';

/** The rules for a password, each with whether it is met. */
@Component({
  selector: 'auth-password-rules',
  template: `
    <ul class="auth-rules">
      @for (rule of shown(); track $index) {
        <li [attr.class]="rule.met ? 'auth-met' : null">
          {{ rule.label }}
          <span class="auth-unseen"
            >({{ rule.met ? labels().rules.met : labels().rules.unmet }})</span
          >
        </li>
      }
    </ul>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PasswordRules {
  protected readonly labels = inject(AUTH_LABELS);

  readonly rules = input.required<readonly PasswordRule[]>();
  readonly password = input.required<string>();

  protected readonly shown = computed(() =>
    this.rules().map(({ label, test }) => ({
      label: typeof label === 'string' ? label : label(this.labels()),
      met: test(this.password()),
    })),
  );
}
