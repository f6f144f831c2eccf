import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { LoginComponent } from 'ngx-auth-kit';
import { OutboxPanel } from '../account/outbox-panel';
import { BackendSelect } from '../backend/backend-select';
import { backendOf, DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
import { routeExcerpt } from '../code/route-excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './login-page.ts' with { loader: 'text' };
import { QuickSignIn } from './quick-sign-in';
import { SeededAccounts } from './seeded-accounts';

@Component({
  selector: 'demo-login-page',
  imports: [
    BackendSelect,
    CodePanel,
    LoginComponent,
    OutboxPanel,
    QuickSignIn,
    RouterLink,
    SeededAccounts,
  ],
  template: `
    <div class="page-head">
      <h1>Sign in</h1>
      <p class="lead">
        @if (returnUrl()) {
          The page you asked for needs a session. Sign in and you go on to it.
        } @else if (offers.register) {
          Use one of the accounts that are ready, or one that you have registered.
        } @else {
          Use one of the accounts that are ready.
        }
      </p>
    </div>
    <div class="columns with-form">
      <div class="card stack">
        <!-- #region form -->
        <auth-login>
          <div authLinks class="hint ways">
            @if (offers.forgotPassword) {
              <p><a routerLink="/forgot-password">Forgot your password?</a></p>
            }
            @if (offers.register) {
              <p>
                No account?
                <a routerLink="/register" queryParamsHandling="preserve">Register one</a>
              </p>
            }
          </div>
        </auth-login>
        <!-- #endregion -->
      </div>
      <div class="aside">
        @if (offers.secondFactor) {
          <demo-outbox-panel latestOnly hideEmpty />
        }
        <demo-seeded-accounts>
          <demo-quick-sign-in (entered)="goOn()" />
        </demo-seeded-accounts>
        <demo-backend-select />
        <demo-code-panel [files]="code" />
      </div>
    </div>
  `,
  styles: `
    .ways {
      display: grid;
      gap: 0.35rem;
    }

    auth-login {
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LoginPage {
  private readonly dialect = inject(DIALECT);
  private readonly router = inject(Router);

  protected readonly code = [
    { name: 'app.config.ts', text: this.dialect.code },
    ...(this.dialect.backendFiles ?? []),
    routeExcerpt('visitors'),
    { name: 'login-page.ts', text: excerpt(page, 'form') },
  ];
  protected readonly offers = backendOf(this.dialect).endpoints;

  /** From the query. Only whether it is there: what is in it, anybody may have written. */
  readonly returnUrl = input<string>();

  /** Asks the guard of this page again: it knows where to, and which return URLs are valid. */
  protected goOn(): void {
    void this.router.navigateByUrl(this.router.url, {
      onSameUrlNavigation: 'reload',
      replaceUrl: true,
    });
  }
}
