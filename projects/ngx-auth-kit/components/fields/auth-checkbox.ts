import {
  booleanAttribute,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  signal,
} from '@angular/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthForm, FormEntry } from '../form/auth-form';

/** A checkbox; its label is the input of that name, or its content. */
@Component({
  selector: 'auth-checkbox',
  template: `
    <label class="auth-choice">
      <input
        #box
        type="checkbox"
        [id]="id"
        [name]="key()"
        [checked]="value()"
        [required]="required()"
        [attr.aria-invalid]="message() !== null"
        [attr.aria-describedby]="id + '-error'"
        (change)="ticked.set(box.checked)"
      />
      <span dir="auto">{{ label() }}<ng-content /></span>
    </label>
    <p class="auth-error" dir="auto" [id]="id + '-error'">{{ message() }}</p>
  `,
  host: { class: 'auth-field' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthCheckbox implements FormEntry {
  private readonly form = inject(AuthForm);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly labels = inject(AUTH_LABELS);

  /** Its name. Not `name`: whoever looks for that is to find the input only. */
  readonly key = input.required<string>();
  /** Whether it must be ticked. Default: false. */
  readonly required = input(false, { transform: booleanAttribute });
  /** What it is called, if that is configured. */
  readonly label = input<string>();
  /** Whether it is part of what is sent. Default: false. */
  readonly sent = input(false, { transform: booleanAttribute });

  /** A page from a server may have been ticked before the app took over. */
  protected readonly ticked = signal(this.isTicked());
  /** Whether it is ticked. */
  readonly value = this.ticked.asReadonly();

  protected readonly id = this.form.join(this);
  protected readonly message = computed(() => this.form.messageFor(this));

  constructor() {
    inject(DestroyRef).onDestroy(() => this.form.leave(this));
  }

  name(): string {
    return this.key();
  }

  alias(): undefined {
    return undefined;
  }

  isShown(): boolean {
    return true;
  }

  read(): void {
    this.ticked.set(this.isTicked());
  }

  clear(): void {
    this.ticked.set(false);
  }

  problem(): string | null {
    if (!this.required() || this.value()) return null;
    const { validation } = this.labels();
    const label = this.label();
    return label ? validation.required(label) : validation.terms;
  }

  private isTicked(): boolean {
    return !!this.host.querySelector('input')?.checked;
  }
}
