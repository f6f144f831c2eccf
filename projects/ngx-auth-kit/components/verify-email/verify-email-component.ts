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
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, RouterLink } from '@angular/router';
import { ɵAUTH_CONFIG as AUTH_CONFIG, AuthError, AuthService } from 'ngx-auth-kit/core';
import { ɵAUTH_LABELS as AUTH_LABELS } from 'ngx-auth-kit/labels';
import { AuthFrame } from '../frame/auth-frame';
import { SuccessNote } from '../frame/success-note';
import { MailLinkReader } from '../mail-link/mail-link-reader';

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
  private readonly link = inject(MailLinkReader).read();
  protected readonly labels = inject(AUTH_LABELS);

  /** What the mail said, for links of another form. Default: `token` of the page's URL. */
  readonly token = input<string>();
  /** The address is confirmed. */
  readonly verified = output();

  protected readonly loginTree = inject(Router).parseUrl(inject(AUTH_CONFIG).loginUrl);
  protected readonly signedIn = this.auth.isAuthenticated;
  protected readonly done = signal(false);
  protected readonly error = signal<AuthError | null>(null);
  protected readonly usedToken = computed(() => this.token() ?? this.link.token);
  /** Where the link is to blame, trying again does not help. */
  protected readonly isBadLink = computed(
    () =>
      this.usedToken() === undefined ||
      ['rejected', 'validation', 'session_expired'].includes(this.error()?.code ?? ''),
  );

  constructor() {
    afterNextRender(() => this.verify());
  }

  protected verify(): void {
    const token = this.usedToken();
    if (token === undefined) return;
    this.error.set(null);
    this.auth
      .verifyEmail({ ...this.link, token })
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
