import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { RegisterComponent } from 'ngx-auth-kit';

@Component({
  selector: 'demo-register-page',
  imports: [RegisterComponent, RouterLink],
  template: `
    <div class="page-head">
      <h1>Register</h1>
      <p class="lead">This backend signs you in as soon as the account exists.</p>
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
        <h2>Nothing is kept</h2>
        <p>
          The address need not exist, and the account is gone when the mock backend stops. Do not
          use a password that you use elsewhere.
        </p>
        <p>
          Try <code>ada&#64;example.com</code>, which is taken: the backend answers with success and
          a message that says otherwise, and the form is not fooled.
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
export class RegisterPage {}
