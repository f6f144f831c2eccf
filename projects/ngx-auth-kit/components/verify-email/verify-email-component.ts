import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { skip, takeUntil } from 'rxjs';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthError, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';
import { isSameLink, MailLinkReader } from '../mail-link/mail-link-reader';

/**
 * Confirms an e-mail address with the link of a mail, as soon as it is shown in a browser: `?token=…`,
 * and `uid` or `email` where the backend wants them, which are taken off the page's URL. Takes the
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
  private readonly link = inject(MailLinkReader).link;
  protected readonly labels = inject(AUTH_LABELS);

  /** What the mail said, for links of another form. Default: `token` of the page's URL. */
  readonly token = input<string>();
  /** The address is confirmed. */
  readonly verified = output();

  protected readonly loginTree = inject(Router).parseUrl(inject(AUTH_CONFIG).loginUrl);
  protected readonly signedIn = this.auth.isAuthenticated;
  protected readonly done = signal(false);
  protected readonly error = signal<AuthError | null>(null);
  private readonly details = computed(
    () => {
      const token = this.token() ?? this.link().token;
      return token === undefined ? null : { ...this.link(), token };
    },
    { equal: isSameLink },
  );
  private readonly newLinks = toObservable(this.details).pipe(skip(1));
  /** Where the link is to blame, trying again does not help. */
  protected readonly isBadLink = computed(
    () =>
      this.details() === null ||
      ['rejected', 'validation', 'session_expired'].includes(this.error()?.code ?? ''),
  );

  constructor() {
    // Together, so that a link given late is sent once, and none is on a server.
    afterNextRender(() => {
      this.verify();
      this.newLinks.pipe(takeUntilDestroyed(this.destroyRef)).subscribe(() => this.verify());
    });
  }

  protected verify(): void {
    const details = this.details();
    this.error.set(null);
    this.done.set(false);
    if (details === null) return;
    this.auth
      .verifyEmail(details)
      .pipe(takeUntil(this.newLinks), takeUntilDestroyed(this.destroyRef))
      .subscribe({
        next: () => {
          this.done.set(true);
          this.verified.emit();
        },
        error: (error: AuthError) => this.error.set(error),
      });
  }
}
