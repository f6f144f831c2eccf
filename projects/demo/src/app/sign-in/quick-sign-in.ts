import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  inject,
  output,
  signal,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { AuthError, AuthService } from 'ngx-auth-kit';
import { ACCOUNTS, credentialsOf, SeededAccount } from '../backend/accounts';
import { backendOf, DIALECT } from '../backend/dialect';

/** One click and a session: for visitors who want to see what comes after the form. */
@Component({
  selector: 'demo-quick-sign-in',
  template: `
    @for (account of accounts; track account.name) {
      <button type="button" class="quiet" [disabled]="busy()" (click)="enter(account)">
        Enter as {{ account.name }}
      </button>
    }
    @if (problem()) {
      <p role="alert" class="error">{{ problem() }}</p>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 0.75rem;
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuickSignIn {
  private readonly auth = inject(AuthService);
  private readonly backend = backendOf(inject(DIALECT));
  private readonly destroyRef = inject(DestroyRef);

  /** The session has begun. */
  readonly entered = output();

  protected readonly accounts = ACCOUNTS;
  protected readonly busy = signal(false);
  protected readonly problem = signal('');

  // #region quick
  protected enter(account: SeededAccount): void {
    this.busy.set(true);
    this.problem.set('');
    this.auth
      .login(credentialsOf(account, this.backend))
      .pipe(takeUntilDestroyed(this.destroyRef))
      .subscribe({
        complete: () => {
          this.busy.set(false);
          this.entered.emit();
        },
        error: ({ code }: AuthError) => {
          this.busy.set(false);
          this.problem.set(`That did not work (${code}).`);
        },
      });
  }
  // #endregion
}
