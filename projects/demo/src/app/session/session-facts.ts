import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthError, AuthService } from 'ngx-auth-kit';
import { backendOf, DIALECT } from '../backend/dialect';
import { injectOpenTabs } from './open-tabs';
import { SessionLog } from './session-log';
import { tokenKind } from './token-kind';

/** What is known of the session besides its holder, and what one can do to it. */
@Component({
  selector: 'demo-session-facts',
  imports: [RouterLink],
  templateUrl: './session-facts.html',
  styleUrl: './session-facts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionFacts {
  protected readonly dialect = inject(DIALECT);
  protected readonly log = inject(SessionLog);
  protected readonly tabs = injectOpenTabs();
  protected readonly renews = backendOf(this.dialect).endpoints.refresh !== undefined;
  protected readonly said = signal('');

  // #region facts
  protected readonly auth = inject(AuthService);
  protected readonly kind = computed(() =>
    tokenKind(this.auth.token(), this.auth.claims() !== null),
  );

  protected renew(): void {
    this.auth.refresh().subscribe({
      complete: () => this.said.set('The backend gave new tokens.'),
      error: ({ code }: AuthError) => this.said.set(`No new tokens (${code}).`),
    });
  }
  // #endregion
  protected readonly place =
    backendOf(this.dialect).session === 'cookie'
      ? "The browser's cookie jar"
      : `localStorage, ${this.dialect.config.tokenKey ?? 'token'}`;
}
