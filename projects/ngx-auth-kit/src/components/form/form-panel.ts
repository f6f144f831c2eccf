import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { AuthErrorCode } from '../../errors/auth-error';
import { AuthForm } from './auth-form';
import { FormMessage } from './form-message';

/** The `<form>` of every form component: its fields are the content. Needs an `AuthForm` above. */
@Component({
  selector: 'auth-form',
  imports: [FormMessage],
  template: `
    <form
      class="auth-form"
      novalidate
      method="post"
      [attr.aria-label]="title()"
      [attr.aria-busy]="form.busy()"
      (submit)="submit($event)"
    >
      <ng-content />
      <auth-form-message [busyLabel]="busyLabel()" [errorLabels]="errorLabels()" />
      <ng-content select="[role=status]" />
      <button
        class="auth-button"
        type="submit"
        [attr.aria-disabled]="form.locked()"
        [attr.aria-describedby]="form.wait.remaining() === null ? null : form.id + '-wait'"
      >
        {{ form.busy() ? busyLabel() : submitLabel() }}
      </button>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormPanel {
  protected readonly form = inject(AuthForm);

  /** What the form is called by screen readers. */
  readonly title = input.required<string>();
  /** On the button. */
  readonly submitLabel = input.required<string>();
  /** On the button while a request is under way. */
  readonly busyLabel = input.required<string>();
  /** Texts that fit this form better than those for any form. */
  readonly errorLabels = input<Partial<Readonly<Record<AuthErrorCode, string>>>>({});
  /** The user wants to send it, in whatever state it is. */
  readonly submitted = output();

  protected submit(event: Event): void {
    event.preventDefault();
    this.submitted.emit();
  }
}
