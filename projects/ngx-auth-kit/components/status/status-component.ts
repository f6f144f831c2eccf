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
import { AuthFrame } from '../frame/auth-frame';

/** The text for each. */
const STATES = { pending: 'pending', authenticated: 'signedIn', anonymous: 'signedOut' } as const;

/**
 * Shows who is signed in, as the backend says, and a button to sign out. The content slots are
 * `[authLogo]`, `[authTitle]`, `[authLinks]` and `[authFooter]`. Other content is placed below.
 *
 * ```html
 * <auth-status (signedOut)="goodbye()" />
 * ```
 */
@Component({
  selector: 'auth-status',
  imports: [AuthFrame],
  templateUrl: './status-component.html',
  styles: ':host { display: block }',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusComponent {
  private readonly auth = inject(AuthService);
  private readonly destroyRef = inject(DestroyRef);
  protected readonly labels = inject(AUTH_LABELS);

  /** Emits when the user signs out here. */
  readonly signedOut = output();

  protected readonly state = computed(() => STATES[this.auth.status()]);
  protected readonly error = signal<AuthError | null>(null);
  /** The values that can be shown as text. Nested values are for your own page. */
  protected readonly details = computed(() =>
    Object.entries(this.auth.user() ?? {}).filter(([, value]) =>
      /string|number|boolean/.test(typeof value),
    ),
  );

  constructor() {
    this.check();
  }

  protected check(): void {
    this.error.set(null);
    this.auth
      .checkStatus()
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({ error: (error: AuthError) => this.error.set(error) });
  }

  protected signOut(): void {
    // The event first: signing out may take this component away with its page.
    this.signedOut.emit();
    this.auth.logout().subscribe();
  }
}
