import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthEndpointName, AuthErrorCode } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS, AuthFormLabels } from 'ngx-auth-kit/labels';
import { AuthForm } from './auth-form';
import { waitText } from './wait-text';

/**
 * The `<form>` of every form component, with what it says as a whole: its failure, how long to wait,
 * and to screen readers that it is busy. Its fields are the content. Needs an `AuthForm` above.
 */
@Component({
  selector: 'auth-form',
  templateUrl: './form-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormPanel {
  private readonly endpoints = inject(AUTH_CONFIG).backend.endpoints;
  protected readonly labels = inject(AUTH_LABELS);
  protected readonly form = inject(AuthForm);

  /** What the form is called by screen readers, and what its button says. */
  readonly texts = input.required<AuthFormLabels>();
  /** What the backend must have; else that is said in place of the form. Default: `login`. */
  readonly needs = input<AuthEndpointName>('login');
  /** Texts that fit this form better than those for any form. */
  readonly errorLabels = input<Partial<Readonly<Record<AuthErrorCode, string>>>>({});
  /** The user wants to send it, in whatever state it is. */
  readonly submitted = output();

  protected readonly offered = computed(() => !!this.endpoints[this.needs()]);
  protected readonly alert = computed(() => {
    const error = this.form.error();
    return (
      error && (error.detail ?? this.errorLabels()[error.code] ?? this.labels().errors[error.code])
    );
  });
  protected readonly wait = computed(() => this.waitText(this.form.wait.remaining()));
  protected readonly announcement = computed(() =>
    this.form.busy() ? this.texts().busy : this.waitText(this.form.wait.announced()),
  );

  protected submit(event: Event): void {
    event.preventDefault();
    this.form.read();
    this.submitted.emit();
  }

  private waitText(seconds: number | null): string | null {
    return seconds === null ? null : waitText(seconds, this.labels());
  }
}
