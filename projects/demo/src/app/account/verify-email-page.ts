import { ChangeDetectionStrategy, Component } from '@angular/core';
import { VerifyEmailComponent } from 'ngx-auth-kit';
import { excerpt } from '../code/excerpt';
import { AccountLayout } from './account-layout';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import page from './verify-email-page.ts' with { loader: 'text' };

@Component({
  selector: 'demo-verify-email-page',
  imports: [AccountLayout, VerifyEmailComponent],
  template: `
    <demo-account-layout
      heading="Confirm your address"
      lead="Following the link is all there is to do: whoever registers gets one, and it works in any browser, signed in or not."
      [code]="code"
    >
      <!-- #region form -->
      <auth-verify-email />
      <!-- #endregion -->
    </demo-account-layout>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerifyEmailPage {
  protected readonly code = { name: 'verify-email-page.ts', text: excerpt(page, 'form') };
}
