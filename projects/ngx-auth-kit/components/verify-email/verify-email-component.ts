import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { Subscription } from 'rxjs';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthError, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';
import { isSameLink, MailLink } from '../mail-link/mail-link';
import { MailLinkReader } from '../mail-link/mail-link-reader';

/**
 * Verifies an e-mail address with the link of an e-mail, as soon as a browser shows it: `?token=…`,
 * and `uid` or `email` if the backend needs them. They are removed from the page's URL. It has the
 * content slots of {@link LoginComponent}, without `[authSocial]`.
 *
 * ```html
 * <auth-verify-email (verified)="welcome()" />
 * ```
 */
@Component({
  selector: 'auth-verify-email',
  imports: [AuthFrame, RouterLink, SuccessNote],
  templateUrl: './verify-email-component.html',
  providers: [MailLinkReader],
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyEmailComponent {
  private readonly auth = inject(AuthService);
  private readonly destroyRef = inject(DestroyRef);
  private readonly reader = inject(MailLinkReader);
  protected readonly labels = inject(AUTH_LABELS);

  /** The token of the e-mail, for links of another form. Default: `token` in the page's URL. */
  readonly token = input<string>();
  /** Emits when the address is verified. */
  readonly verified = output();

  protected readonly loginTree = inject(Router).parseUrl(inject(AUTH_CONFIG).loginUrl);
  protected readonly signedIn = this.auth.isAuthenticated;
  protected readonly done = signal(false);
  protected readonly error = signal<AuthError | null>(null);
  private readonly details = computed(
    () => {
      const link = this.reader.link();
      const token = this.token() ?? link.token;
      return token === undefined ? null : { ...link, token };
    },
    { equal: isSameLink },
  );
  /** A link is good for one call, so it waits for the component that stays. */
  private readonly due = linkedSignal<MailLink | null, MailLink | null>({
    source: this.details,
    computation: (details, previous) =>
      this.reader.isSettled() ? details : (previous?.value ?? null),
    equal: isSameLink,
  });
  private call = Subscription.EMPTY;
  /** True if the link is the cause, so that another try does not help. */
  protected readonly isBadLink = computed(
    () =>
      this.details() === null ||
      ['rejected', 'validation', 'session_expired'].includes(this.error()?.code ?? ''),
  );

  constructor() {
    const injector = inject(Injector);
    // After the render: a link given late is sent once, and a server sends none.
    afterNextRender(() => {
      toObservable(this.due, { injector }).subscribe(() => this.verify());
    });
  }

  protected verify(): void {
    const details = this.due();
    this.call.unsubscribe();
    this.error.set(null);
    this.done.set(false);
    if (details === null) return;
    this.call = this.auth
      .verifyEmail(details)
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: () => {
          this.done.set(true);
          this.verified.emit();
        },
        error: (error: AuthError) => this.error.set(error),
      });
  }
}
