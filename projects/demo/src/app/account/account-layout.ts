import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { CodeFile, CodePanel } from '../code/code-panel';
import { ACCOUNT_ROUTES_CODE } from './account-code';
import { OutboxPanel } from './outbox-panel';

/** A page about an account: the form, the mail that goes with it, and the code. */
@Component({
  selector: 'demo-account-layout',
  imports: [CodePanel, OutboxPanel],
  template: `
    <div class="page-head">
      <h1>{{ heading() }}</h1>
      <p class="lead">{{ lead() }}</p>
    </div>
    <div class="columns with-form">
      <div class="card">
        <ng-content />
      </div>
      <div class="aside">
        @if (mailed()) {
          <demo-outbox-panel latestOnly />
        }
        <demo-code-panel [files]="files()" />
      </div>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountLayout {
  readonly heading = input.required<string>();
  readonly lead = input.required<string>();
  /** The file of the page. */
  readonly code = input.required<CodeFile>();
  /** Whether a mail plays a part. */
  readonly mailed = input(true);

  protected readonly files = computed(() => [this.code(), ACCOUNT_ROUTES_CODE]);
}
