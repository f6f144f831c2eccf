import { JsonPipe } from '@angular/common';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { adminUrl } from '../backend/backend-urls';
import { DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { BackendAnswer } from './backend-answer';
import { ADMIN_CODE } from './guarded-code';

@Component({
  selector: 'demo-admin-page',
  imports: [BackendAnswer, CodePanel, JsonPipe],
  template: `
    <div class="page-head">
      <h1>Admin</h1>
      <p class="lead">
        The guard asked who you are before it opened. It only hides the page: what you may read here
        is for the backend to decide, and it is asked again.
      </p>
    </div>
    <div class="with-code">
      <div class="stack">
        <section class="stack" aria-labelledby="answer-heading">
          <h2 id="answer-heading">The backend's answer</h2>
          <demo-backend-answer [url]="url" />
        </section>
        <section class="stack" aria-labelledby="decided-heading">
          <h2 id="decided-heading">What the guard went by</h2>
          <p>
            <code>{{ user() | json }}</code>
          </p>
          <p class="hint">
            Sign in as Bob and this address leads to the status page, before a line of this page has
            run.
          </p>
        </section>
      </div>
      <demo-code-panel [files]="code" />
    </div>
  `,
  styles: `
    .stack > .stack {
      inline-size: 100%;
      margin-block-end: 1rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  protected readonly code = ADMIN_CODE;
  protected readonly url = adminUrl(inject(DIALECT));
  protected readonly user = inject(AuthService).user;
}
