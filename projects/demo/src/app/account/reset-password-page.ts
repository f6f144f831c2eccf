import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ResetPasswordComponent } from 'ngx-auth-kit';
import { excerpt } from '../code/excerpt';
import { AccountLayout } from './account-layout';
import { PASSWORD_RULES } from './password-rules';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './reset-password-page.ts' with { loader: 'text' };

@Component({
  selector: 'demo-reset-password-page',
  imports: [AccountLayout, ResetPasswordComponent, RouterLink],
  template: `
    <demo-account-layout
      heading="Choose a new password"
      lead="The form takes the token out of the address bar as soon as it has read it. The link is good once, for an hour, and until you ask for another."
      [code]="code"
    >
      <!-- #region form -->
      <auth-reset-password [passwordRules]="rules" confirmPassword>
        <p authLinks class="hint"><a routerLink="/forgot-password">Ask for another link</a></p>
      </auth-reset-password>
      <!-- #endregion -->
    </demo-account-layout>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResetPasswordPage {
  protected readonly code = { name: 'reset-password-page.ts', text: excerpt(page, 'form') };
  protected readonly rules = PASSWORD_RULES;
}
