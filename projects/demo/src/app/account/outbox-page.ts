import { ChangeDetectionStrategy, Component } from '@angular/core';
import { CodePanel } from '../code/code-panel';
import { OUTBOX_CODE } from './outbox-code';
import { OutboxPanel } from './outbox-panel';

@Component({
  selector: 'demo-outbox-page',
  imports: [CodePanel, OutboxPanel],
  template: `
    <div class="page-head">
      <h1>Outbox</h1>
      <p class="lead">
        Links to reset a password or to confirm an address, and one-time codes: what a backend sends
        by mail, this one leaves here.
      </p>
    </div>
    <div class="with-code">
      <demo-outbox-panel />
      <demo-code-panel [files]="code" />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutboxPage {
  protected readonly code = OUTBOX_CODE;
}
