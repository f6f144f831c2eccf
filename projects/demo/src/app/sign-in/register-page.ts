import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RegisterComponent } from 'ngx-auth-kit';
import { PASSWORD_RULES } from '../account/password-rules';
import { backendOf, DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
import { routeExcerpt } from '../code/route-excerpt';
import { NETWORK } from '../network/used-network';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './register-page.ts' with { loader: 'text' };
// @ts-expect-error As above.
import passwordRules from '../account/password-rules.ts' with { loader: 'text' };

@Component({
  selector: 'demo-register-page',
  imports: [CodePanel, RegisterComponent, RouterLink],
  template: `
    <div class="page-head">
      <h1>Register</h1>
      <p class="lead">
        @if (registers) {
          Some backends sign you in as soon as the account exists, others want you to sign in then.
        } @else {
          This backend ({{ dialect.name }}) has no registration: the form says so, too.
        }
      </p>
    </div>
    <div class="columns with-form">
      <div class="card stack">
        <!-- #region form -->
        <auth-register [passwordRules]="rules" confirmPassword terms>
          <p authLinks class="hint">
            Registered before?
            <a routerLink="/login" queryParamsHandling="preserve">Sign in</a>
          </p>
        </auth-register>
        <!-- #endregion -->
      </div>
      <div class="stack">
        <h2>Make one up</h2>
        <p>
          The address need not exist. {{ notice }} Do not use a password that you use elsewhere.
        </p>
        <p>
          Try <code>{{ taken }}</code>, which is taken: some backends answer with success and a
          message that says otherwise, and the form is not fooled.
        </p>
        <p>The terms are that this is a demo.</p>
        @if (mails) {
          <p>A mail to confirm the address is then in the <a routerLink="/outbox">outbox</a>.</p>
        }
        <demo-code-panel [files]="code" />
      </div>
    </div>
  `,
  styles: `
    auth-register,
    demo-code-panel {
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  protected readonly dialect = inject(DIALECT);
  protected readonly registers = backendOf(this.dialect).endpoints.register !== undefined;
  protected readonly mails = backendOf(this.dialect).endpoints.verifyEmail !== undefined;
  protected readonly rules = PASSWORD_RULES;
  protected readonly code = [
    { name: 'register-page.ts', text: excerpt(page, 'form') },
    { name: 'password-rules.ts', text: excerpt(passwordRules, 'rules') },
    routeExcerpt('visitors'),
  ];
  protected readonly notice = NETWORK.notice;
  protected readonly taken =
    backendOf(this.dialect).identifier === 'username' ? 'ada' : 'ada@example.com';
}
