import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { AuthForm, FormEntry } from '../form/auth-form';
import { AUTH_LABELS } from '../labels/provide-auth-labels';

/** A checkbox; its content is the label. Not part of what is sent. */
@Component({
  selector: 'auth-checkbox',
  imports: [ReactiveFormsModule],
  template: `
    <label class="auth-choice">
      <input
        type="checkbox"
        [id]="id()"
        [name]="name()"
        [formControl]="control"
        [attr.required]="required() ? '' : null"
        [attr.aria-invalid]="message() !== null"
        [attr.aria-describedby]="message() === null ? null : id() + '-error'"
      />
      <span><ng-content /></span>
    </label>
    @if (message(); as message) {
      <p class="auth-error" dir="auto" [id]="id() + '-error'">{{ message }}</p>
    }
  `,
  host: { class: 'auth-field', '[attr.name]': 'null' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthCheckbox implements FormEntry {
  private readonly form = inject(AuthForm);
  private readonly labels = inject(AUTH_LABELS);

  readonly name = input.required<string>();
  /** Whether it must be ticked. Default: false. */
  readonly required = input(false, { transform: booleanAttribute });

  readonly control = new FormControl(false, { nonNullable: true });
  /** Whether it is ticked. */
  readonly value = toSignal(this.control.valueChanges, { initialValue: false });

  protected readonly id = computed(() => `${this.form.id}-${this.name()}`);
  protected readonly message = computed(() => this.form.messageFor(this));

  constructor() {
    this.form.join(this);
    inject(DestroyRef).onDestroy(() => this.form.leave(this));
  }

  alias(): undefined {
    return undefined;
  }

  sent(): boolean {
    return false;
  }

  problem(): string | null {
    return this.required() && !this.value() ? this.labels().validation.terms : null;
  }
}
