import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { adminUrl } from '../backend/backend-urls';
import { DIALECT } from '../backend/dialect';
import { BackendAnswer } from './backend-answer';

@Component({
  selector: 'demo-admin-page',
  imports: [BackendAnswer],
  template: `
    <div class="page-head">
      <h1>Admin</h1>
      <p class="lead">
        The guard asked who you are before it opened. It only hides the page: what you may read here
        is for the backend to decide, and it is asked again.
      </p>
    </div>
    <section class="stack" aria-labelledby="answer-heading">
      <h2 id="answer-heading">The backend's answer</h2>
      <demo-backend-answer [url]="url" />
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  protected readonly url = adminUrl(inject(DIALECT));
}
