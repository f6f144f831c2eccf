import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { LoginComponent } from 'ngx-auth-kit';
import { BackendSelect } from '../backend/backend-select';
import { backendOf, DIALECT } from '../backend/dialect';
import { SeededAccounts } from './seeded-accounts';

@Component({
  selector: 'demo-login-page',
  imports: [BackendSelect, LoginComponent, RouterLink, SeededAccounts],
  template: `
    <div class="page-head">
      <h1>Sign in</h1>
      <p class="lead">
        @if (returnUrl()) {
          The page you asked for needs a session. Sign in and you go on to it.
        } @else if (registers) {
          Use one of the accounts that are ready, or one that you have registered.
        } @else {
          Use one of the accounts that are ready.
        }
      </p>
    </div>
    <div class="columns with-form">
      <div class="card stack">
        <auth-login />
        @if (registers) {
          <p class="hint">
            No account?
            <a routerLink="/register" queryParamsHandling="preserve">Register one</a>
          </p>
        }
      </div>
      <div class="stack">
        <demo-seeded-accounts />
        <demo-backend-select />
        <pre tabindex="0"><code>{{ dialect.code }}</code></pre>
      </div>
    </div>
  `,
  styles: `
    auth-login,
    demo-seeded-accounts,
    pre {
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginPage {
  protected readonly dialect = inject(DIALECT);
  protected readonly registers = backendOf(this.dialect).endpoints.register !== undefined;

  /** From the query. Only whether it is there: what is in it, anybody may have written. */
  readonly returnUrl = input<string>();
}
