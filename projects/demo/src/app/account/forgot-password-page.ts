import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ForgotPasswordComponent } from 'ngx-auth-kit';
import { excerpt } from '../code/excerpt';
import { AccountLayout } from './account-layout';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './forgot-password-page.ts' with { loader: 'text' };

@Component({
  selector: 'demo-forgot-password-page',
  imports: [AccountLayout, ForgotPasswordComponent, RouterLink],
  template: `
    <demo-account-layout
      heading="Forgot your password?"
      lead="Ask for a link. The mail with it lands beside the form; for an address that nobody has, the form says the same and no mail is written."
      [code]="code"
    >
      <!-- #region form -->
      <auth-forgot-password>
        <p authLinks class="hint"><a routerLink="/login">Back to signing in</a></p>
      </auth-forgot-password>
      <!-- #endregion -->
    </demo-account-layout>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ForgotPasswordPage {
  protected readonly code = { name: 'forgot-password-page.ts', text: excerpt(page, 'form') };
}
