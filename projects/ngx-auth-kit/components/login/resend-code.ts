import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthError, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { NEXT_FORM_ID } from '../form/next-form-id';
import { RetryCountdown } from '../form/retry-countdown';
import { waitText } from '../form/wait-text';

/**
 * Has a code sent again, and says how it went. It waits and fails apart from the form: the code that is
 * there already can still be sent.
 */
@Component({
  selector: 'auth-resend-code',
  template: `
    <button
      class="auth-button auth-quiet"
      type="button"
      [attr.aria-disabled]="locked()"
      [attr.aria-describedby]="id"
      (click)="resend()"
    >
      {{ labels().secondFactor.resend }}
    </button>
    <p class="auth-hint" [id]="id">{{ waitFor(wait.remaining()) }}</p>
    <p class="auth-hint" role="status" dir="auto">{{ note() }}</p>
    <p class="auth-unseen" aria-live="polite">{{ waitFor(wait.announced()) }}</p>
  `,
  host: { class: 'auth-fields' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResendCode {
  private readonly auth = inject(AuthService);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly labels = inject(AUTH_LABELS);
  protected readonly id = inject(NEXT_FORM_ID)();
  protected readonly wait = new RetryCountdown();
  /** How it goes; null before the first time. */
  private readonly state = signal<'busy' | 'sent' | AuthError | null>(null);

  /** The login is no longer there. */
  readonly expired = output<AuthError>();

  protected readonly locked = computed(() => this.state() === 'busy' || !!this.wait.remaining());
  protected readonly note = computed(() => {
    const state = this.state();
    const { login, secondFactor, errors } = this.labels();
    if (state === 'busy') return login.sendCode.busy;
    if (state === 'sent') return secondFactor.resent;
    return state && (state.detail ?? errors[state.code]);
  });

  protected resend(): void {
    if (this.locked()) return;
    this.state.set('busy');
    this.wait.start(null);
    this.auth
      .resendCode()
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: () => this.state.set('sent'),
        error: (error: AuthError) => {
          this.state.set(error);
          this.wait.start(error.retryAfter);
          if (error.code === 'session_expired') this.expired.emit(error);
        },
      });
  }

  protected waitFor(seconds: number | null): string | null {
    return seconds === null ? null : waitText(seconds, this.labels());
  }
}
