import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LoginComponent } from 'ngx-auth-kit';
import { SeededAccounts } from './seeded-accounts';

@Component({
  selector: 'demo-login-page',
  imports: [LoginComponent, RouterLink, SeededAccounts],
  template: `
    <div class="page-head">
      <h1>Sign in</h1>
      <p class="lead">
        @if (returnUrl()) {
          The page you asked for needs a session. Sign in and you go on to it.
        } @else {
          Use one of the accounts that are ready, or one that you have registered.
        }
      </p>
    </div>
    <div class="columns with-form">
      <div class="card stack">
        <auth-login />
        <p class="hint">
          No account?
          <a routerLink="/register" queryParamsHandling="preserve">Register one</a>
        </p>
      </div>
      <demo-seeded-accounts />
    </div>
  `,
  styles: `
    auth-login {
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginPage {
  /** From the query. Only whether it is there: what is in it, anybody may have written. */
  readonly returnUrl = input<string>();
}
