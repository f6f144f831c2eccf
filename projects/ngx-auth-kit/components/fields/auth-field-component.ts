import {
  afterNextRender,
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
import { editedElement } from '../form/edited-element';
import { asSent } from './as-sent';
import { AuthFieldType } from './auth-field';
import { PasswordRule } from './password-rule';

/**
 * An address that a mail server may accept. The server decides about the parts before and after the
 * sign.
 */
const EMAIL = /^\S+@[^\s@]+$/;

/**
 * A field with its label and messages. As content of `<auth-login>` or `<auth-register>`, its value
 * is sent with the others, under its name. Spaces around an e-mail address and in a one-time code
 * are not sent. Other values are sent as the user typed them.
 *
 * ```html
 * <auth-register><auth-field name="company" label="Company" autocomplete="organization" /></auth-register>
 * ```
 */
@Component({
  selector: 'auth-field',
  templateUrl: './auth-field-component.html',
  host: {
    class: 'auth-field',
    // These belong to the input. Code that looks for them should find only the input.
    '[attr.name]': 'null',
    '[attr.autocomplete]': 'null',
    '[attr.autofocus]': 'null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuthFieldComponent implements FormEntry {
  private readonly form = inject(AuthForm);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly labels = inject(AUTH_LABELS);

  /** The name of the value in the request, and of the field in messages of the backend. */
  readonly name = input.required<string>();
  /** The label. */
  readonly label = input.required<string>();
  /**
   * The type. It sets the keyboard on touch screens. `password` hides the text. Default: `text`.
   */
  readonly type = input<AuthFieldType>('text');
  /** The HTML attribute. Default: none. */
  readonly autocomplete = input<string>();
  /** True if it must be filled in. Default: true. */
  readonly required = input(true, { transform: booleanAttribute });
  /** The message if it is empty. Default: a sentence with the label. */
  readonly missing = input<string>();
  /** Another name of the field in messages of the backend. */
  readonly alias = input<string>();
  /** False if the value is not sent. Default: true. */
  readonly sent = input(true, { transform: booleanAttribute });
  /** Rules for a password, shown beside it. Default: none. */
  readonly rules = input<readonly PasswordRule[]>([]);
  /**
   * The value that the user must repeat in this field, or a function that returns it, such as a
   * signal.
   */
  readonly repeats = input<string | (() => string)>();
  /** True if the field gets the focus when it appears. Default: false. */
  readonly autofocus = input(false, { transform: booleanAttribute });

  /** A page from a server may have been typed into, or filled in, before the app took over. */
  protected readonly text = signal(this.input()?.value ?? '');
  /** The current value, as it is sent. */
  readonly value = computed(() => asSent(this.text(), this.type(), this.autocomplete()));

  protected readonly id = this.form.join(this);
  protected readonly secret = computed(() => this.type() === 'password');
  /** At which attempt to send the form the password was shown, so that the next one hides it. */
  private readonly shownAt = signal<number | null>(null);
  protected readonly hidden = computed(
    () => this.secret() && this.shownAt() !== this.form.attempts(),
  );
  /** True if keyboards must not change the text. */
  protected readonly verbatim = computed(
    () => this.type() !== 'text' || this.autocomplete() === 'username',
  );
  protected readonly capsLock = signal(false);
  protected readonly hint = computed(() =>
    this.secret() && this.capsLock() ? this.labels().password.capsLock : '',
  );
  protected readonly shownRules = computed(() =>
    this.rules().map(({ label, test }) => ({
      label: typeof label === 'string' ? label : label(this.labels()),
      met: test(this.value()),
    })),
  );
  protected readonly message = computed(() => this.form.messageFor(this));
  protected readonly describedBy = computed(
    () => (this.rules().length > 0 ? `${this.id}-rules ` : '') + `${this.id}-error`,
  );

  constructor() {
    afterNextRender(() => {
      if (this.autofocus() && !editedElement(this.host)) this.input()?.focus();
    });
    inject(DestroyRef).onDestroy(() => {
      this.form.leave(this);
      this.clear();
    });
  }

  protected edit(text: string): void {
    this.text.set(text);
    this.form.forgetComplaint(this);
  }

  protected lookAtCapsLock(event: Event): void {
    // Filling in a field, browsers and their extensions send key events that are none.
    if (event instanceof KeyboardEvent) this.capsLock.set(event.getModifierState('CapsLock'));
  }

  protected toggle(): void {
    this.shownAt.set(this.hidden() ? this.form.attempts() : null);
  }

  /** @internal */
  isShown(): boolean {
    return this.host.isConnected && this.host.closest('form') !== null;
  }

  /** @internal */
  read(): void {
    const text = this.input()?.value ?? '';
    if (text !== this.text()) this.edit(text);
  }

  /** @internal */
  clear(): void {
    // Directly, because rendering skips a text that came without an event or since the last render.
    const input = this.input();
    if (input) input.value = '';
    this.text.set('');
    this.shownAt.set(null);
  }

  /** @internal */
  problem(): string | null {
    const { validation } = this.labels();
    const value = this.value();
    if (value === '') {
      return this.required() ? (this.missing() ?? validation.required(this.label())) : null;
    }
    if (this.type() === 'email' && !EMAIL.test(value)) return validation.email;
    if (this.rules().some((rule) => !rule.test(value))) return validation.rules;
    const repeats = this.repeats();
    const first = typeof repeats === 'function' ? repeats() : repeats;
    return (first ?? value) === value ? null : validation.mismatch;
  }

  /** Not with a view query, which would add Angular's code for queries to the app. */
  private input(): HTMLInputElement | null {
    return this.host.querySelector('input');
  }
}
