import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RegisterComponent } from 'ngx-auth-kit';
import { backendOf, DIALECT } from '../backend/dialect';
import { NETWORK } from '../network/used-network';

@Component({
  selector: 'demo-register-page',
  imports: [RegisterComponent, RouterLink],
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
        <auth-register />
        <p class="hint">
          Registered before?
          <a routerLink="/login" queryParamsHandling="preserve">Sign in</a>
        </p>
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
      </div>
    </div>
  `,
  styles: `
    auth-register {
      inline-size: 100%;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterPage {
  protected readonly dialect = inject(DIALECT);
  protected readonly registers = backendOf(this.dialect).endpoints.register !== undefined;
  protected readonly notice = NETWORK.notice;
  protected readonly taken =
    backendOf(this.dialect).identifier === 'username' ? 'ada' : 'ada@example.com';
}
