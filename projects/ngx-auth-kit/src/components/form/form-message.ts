import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { AuthErrorCode } from '../../errors/auth-error';
import { AUTH_LABELS } from '../labels/provide-auth-labels';
import { waitText } from '../labels/wait-text';
import { AuthForm } from './auth-form';

/** What a form says as a whole: its failure, how long to wait, and to screen readers that it is busy. */
@Component({
  selector: 'auth-form-message',
  template: `
    @if (text(); as text) {
      <div class="auth-alert" role="alert" tabindex="-1" dir="auto">
        {{ text }}
        @if (form.otherComplaints().length > 0) {
          <ul>
            @for (complaint of form.otherComplaints(); track $index) {
              <li dir="auto">
                <b>{{ complaint[0] }}</b> {{ complaint[1] }}
              </li>
            }
          </ul>
        }
      </div>
    }
    @if (wait(); as wait) {
      <p class="auth-hint" [id]="form.id + '-wait'">{{ wait }}</p>
    }
    <p class="auth-unseen" aria-live="polite">{{ announcement() }}</p>
  `,
  host: { class: 'auth-form-message' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormMessage {
  private readonly labels = inject(AUTH_LABELS);
  protected readonly form = inject(AuthForm);

  /** Read out while a request is under way. */
  readonly busyLabel = input.required<string>();
  /** Texts that fit this form better than those for any form. */
  readonly errorLabels = input<Partial<Readonly<Record<AuthErrorCode, string>>>>({});

  protected readonly text = computed(() => {
    const error = this.form.error();
    return (
      error && (error.detail ?? this.errorLabels()[error.code] ?? this.labels().errors[error.code])
    );
  });
  protected readonly wait = computed(() => this.waitText(this.form.wait.remaining()));
  protected readonly announcement = computed(() =>
    this.form.busy() ? this.busyLabel() : this.waitText(this.form.wait.announced()),
  );

  private waitText(seconds: number | null): string | null {
    return seconds === null ? null : waitText(seconds, this.labels());
  }
}
