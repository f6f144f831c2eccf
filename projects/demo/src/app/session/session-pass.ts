import { DatePipe, DecimalPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { injectNow } from './inject-now';
import { nameOf } from './name-of';
import { ServerClock } from './server-clock';

const SECOND = 1000;

/** The session as a ticket: who holds it, and how long it is good for. */
@Component({
  selector: 'demo-session-pass',
  imports: [DatePipe, DecimalPipe],
  templateUrl: './session-pass.html',
  styleUrl: './session-pass.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class.valid]': 'auth.isAuthenticated()' },
})
export class SessionPass {
  private readonly now = injectNow();
  private readonly clock = inject(ServerClock);
  private readonly serverNow = computed(() => this.now() + this.clock.ahead());

  // #region pass
  protected readonly auth = inject(AuthService);
  protected readonly holder = computed(
    () => nameOf(this.auth.user()) ?? `Subject ${this.auth.claims()?.['sub'] ?? 'unknown'}`,
  );
  protected readonly issuedAt = computed(() => {
    const seconds = this.auth.claims()?.['iat'];
    return typeof seconds === 'number' ? new Date(seconds * SECOND) : null;
  });
  protected readonly secondsLeft = computed(() => {
    const expiresAt = this.auth.expiresAt();
    return expiresAt && Math.max(0, Math.ceil((expiresAt.getTime() - this.serverNow()) / SECOND));
  });
  // #endregion
  /** Of the token's whole life, between 0 and 1. */
  protected readonly shareLeft = computed(() => {
    const life = (this.auth.expiresAt()?.getTime() ?? 0) - (this.issuedAt()?.getTime() ?? 0);
    return Math.min(1, ((this.secondsLeft() ?? 0) * SECOND) / life);
  });
}
