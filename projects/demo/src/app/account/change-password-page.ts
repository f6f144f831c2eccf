import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ChangePasswordComponent } from 'ngx-auth-kit';
import { excerpt } from '../code/excerpt';
import { AccountLayout } from './account-layout';
import { PASSWORD_RULES } from './password-rules';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './change-password-page.ts' with { loader: 'text' };

@Component({
  selector: 'demo-change-password-page',
  imports: [AccountLayout, ChangePasswordComponent, RouterLink],
  template: `
    <demo-account-layout
      heading="Change your password"
      lead="A wrong current password is said at the form and ends nothing. Afterwards this session goes on, and the old password opens no other."
      [code]="code"
      [mailed]="false"
    >
      <!-- #region form -->
      <auth-change-password [passwordRules]="rules" confirmPassword>
        <p authLinks class="hint"><a routerLink="/status">Back to your session</a></p>
      </auth-change-password>
      <!-- #endregion -->
    </demo-account-layout>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangePasswordPage {
  protected readonly code = { name: 'change-password-page.ts', text: excerpt(page, 'form') };
  protected readonly rules = PASSWORD_RULES;
}
