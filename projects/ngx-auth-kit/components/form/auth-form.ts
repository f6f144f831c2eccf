import {
  afterNextRender,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injectable,
  Injector,
  signal,
  Signal,
} from '@angular/core';
import { finalize, Observable, Subscription } from 'rxjs';
import { AuthError } from 'ngx-auth-kit/core';
import { editedElement } from './edited-element';
import { NEXT_FORM_ID } from './next-form-id';
import { RetryCountdown } from './retry-countdown';

/** A field as its form knows it. */
export interface FormEntry {
  /** By this name the value is sent, and messages of the backend find their field. */
  name(): string;
  /** Another name that the backend may call it by. */
  alias(): string | undefined;
  /** Whether it is in the form: what the app puts between the fields lives on while another step is shown. */
  isShown(): boolean;
  /** Whether the value is part of what is sent. */
  sent(): boolean;
  /** What is wrong with the value; null: nothing. */
  problem(): string | null;
  readonly value: Signal<string | boolean>;
  /** Takes over what is in it, if it came without an event. */
  read(): void;
  /** Empties it. */
  clear(): void;
}

/**
 * One form: its fields, one request at a time, the state to show meanwhile, and the focus on what
 * needs attention. Each form component provides its own; its fields join by themselves.
 */
@Injectable()
export class AuthForm {
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly entries = new Set<FormEntry>();
  private readonly failure = signal<AuthError | null>(null);
  private readonly underWay = signal(false);
  private readonly tries = signal(0);
  private request = Subscription.EMPTY;
  private fields = 0;
  /** Where the user was when the form was submitted, and whether something was typed since. */
  private sentFrom: Element | null = null;
  private typed = false;
  /** What the backend said of fields, without those edited since. */
  private readonly complaints = signal<readonly (readonly [name: string, text: string])[]>([]);

  /** Starts the ids of its parts. */
  readonly id = inject(NEXT_FORM_ID)();
  /** How often it was submitted since it was last empty. */
  readonly attempts = this.tries.asReadonly();
  /** Whether a request is under way. */
  readonly busy = this.underWay.asReadonly();
  /** Why the last request failed; null while there is nothing to say. */
  readonly error = this.failure.asReadonly();
  readonly wait = new RetryCountdown();
  /** Whether submitting does nothing now. */
  readonly locked = computed(() => this.busy() || !!this.wait.remaining());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.request.unsubscribe());
  }

  /** Adds a field for as long as it lives. Returns its id: a name may be no id, or that of another part. */
  join(entry: FormEntry): string {
    this.entries.add(entry);
    return `${this.id}-${++this.fields}`;
  }

  leave(entry: FormEntry): void {
    this.entries.delete(entry);
  }

  /** Takes over what password managers filled in, some of which send no events. */
  read(): void {
    for (const entry of this.entries) entry.read();
  }

  /** What is sent of the fields, by their names. */
  values(): Record<string, string | boolean> {
    const sent = this.shown().filter((entry) => entry.sent());
    return Object.fromEntries(sent.map((entry) => [entry.name(), entry.value()]));
  }

  /** Whether there is a checkbox of this name, and ticked. */
  isTicked(name: string): boolean {
    return this.shown().some((entry) => entry.name() === name && entry.value() === true);
  }

  /** What is to be said at a field once the form was submitted. */
  messageFor(entry: FormEntry): string | null {
    if (this.attempts() === 0) return null;
    const complaint = this.complaints().find(([name]) => isNameOf(entry, name));
    return entry.problem() ?? complaint?.[1] ?? null;
  }

  /** What the backend said of fields that this form does not have. */
  readonly otherComplaints = computed(() => {
    const entries = this.shown();
    return this.complaints().filter(([name]) => !entries.some((entry) => isNameOf(entry, name)));
  });

  /** A value that was edited is no longer what the backend complained of. */
  forgetComplaint(entry: FormEntry): void {
    this.typed = true;
    this.complaints.update((all) => all.filter(([name]) => !isNameOf(entry, name)));
  }

  /**
   * Sends the form if its fields are in order and nothing is under way; unsubscribes when the page
   * goes.
   * @param handles Whether a failure has been dealt with and is not to be shown.
   */
  send<T>(
    request: () => Observable<T>,
    onSuccess: (answer: T) => void,
    handles: (error: AuthError) => boolean = () => false,
  ): void {
    if (this.locked()) return;
    this.sentFrom = editedElement(this.host);
    this.typed = false;
    this.show(null);
    this.tries.update((tries) => tries + 1);
    if (this.shown().some((entry) => entry.problem() !== null)) {
      this.focusFirstError();
      return;
    }
    this.underWay.set(true);
    this.request = request()
      .pipe(finalize(() => this.underWay.set(false)))
      .subscribe({
        next: onSuccess,
        error: (error: AuthError) => {
          if (!handles(error)) this.report(error);
        },
      });
  }

  /** Shows a failure, and moves the focus to it. */
  report(error: AuthError): void {
    this.show(error);
    this.focusFirstError();
  }

  /** Empties the fields and drops the request under way, as if nothing had been submitted. */
  clear(): void {
    this.request.unsubscribe();
    for (const entry of this.entries) entry.clear();
    this.tries.set(0);
    this.show(null);
  }

  private shown(): FormEntry[] {
    return [...this.entries].filter((entry) => entry.isShown());
  }

  private show(error: AuthError | null): void {
    this.wait.start(error?.retryAfter ?? null);
    this.failure.set(error);
    this.complaints.set(Object.entries(error?.fields ?? {}));
  }

  private focusFirstError(): void {
    afterNextRender(
      () => {
        const edited = editedElement(this.host);
        // A user who is typing would lose what comes next; screen readers read the error out anyway.
        if (edited && (this.typed || edited !== this.sentFrom)) return;
        const first = (selector: string) => this.host.querySelector<HTMLElement>(selector);
        (first('form [aria-invalid="true"]') ?? first('form .auth-alert'))?.focus();
      },
      { injector: this.injector },
    );
  }
}

function isNameOf(entry: FormEntry, name: string): boolean {
  return name === entry.name() || name === entry.alias();
}
