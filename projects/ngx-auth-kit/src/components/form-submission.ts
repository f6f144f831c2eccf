import {
  afterNextRender,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { FormGroup } from '@angular/forms';
import { finalize, Observable } from 'rxjs';
import { AuthError } from '../errors/auth-error';

/**
 * The sending of one form: one request at a time, the state to show meanwhile, and the focus on
 * what needs attention. Created in an injection context.
 */
export class FormSubmission {
  private readonly destroyRef = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly failure = signal<AuthError | null>(null);
  private readonly underWay = signal(false);

  /** Whether a request is under way. */
  readonly busy = this.underWay.asReadonly();
  /** Why the last request failed; null while there is nothing to say. */
  readonly error = this.failure.asReadonly();
  /** The backend's messages by field name. */
  readonly fieldErrors = computed(() => this.failure()?.fields ?? {});

  /** Sends the form if it is valid and nothing is under way; unsubscribes when the page goes. */
  send<T>(form: FormGroup, request: () => Observable<T>, onSuccess: (answer: T) => void): void {
    if (this.underWay()) return;
    this.failure.set(null);
    form.markAllAsTouched();
    if (form.invalid) {
      this.focusFirstError();
      return;
    }
    this.underWay.set(true);
    request()
      .pipe(
        takeUntilDestroyed(this.destroyRef),
        finalize(() => this.underWay.set(false)),
      )
      .subscribe({
        next: onSuccess,
        error: (error: AuthError) => {
          this.failure.set(error);
          this.focusFirstError();
        },
      });
  }

  private focusFirstError(): void {
    afterNextRender(
      () =>
        (
          this.host.querySelector<HTMLElement>('[aria-invalid="true"]') ??
          this.host.querySelector<HTMLElement>('[role="alert"]')
        )?.focus(),
      { injector: this.injector },
    );
  }
}
