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
  protected readonly secondsLeft = computed(() => {
    const expiresAt = this.auth.expiresAt();
    return expiresAt && secondsBetween(this.serverNow(), expiresAt.getTime(), this.life());
  });
  // #endregion
  protected readonly issuedAt = computed(() => {
    const seconds = this.auth.claims()?.['iat'];
    return typeof seconds === 'number' ? new Date(seconds * SECOND) : null;
  });
  /** Of the token's whole life, between 0 and 1. */
  protected readonly shareLeft = computed(() => (this.secondsLeft() ?? 0) / this.life());

  /** The token's, in seconds; endless where nobody tells. */
  private readonly life = computed(() => {
    const [from, to] = [this.issuedAt(), this.auth.expiresAt()];
    return from && to ? (to.getTime() - from.getTime()) / SECOND : Infinity;
  });
}

/** Whole seconds, rounded up, and never more than there can be. */
function secondsBetween(from: number, to: number, most: number): number {
  return Math.min(most, Math.max(0, Math.ceil((to - from) / SECOND)));
}
