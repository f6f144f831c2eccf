import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { protectedUrl } from '../backend/backend-urls';
import { DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { BackendAnswer } from './backend-answer';
import { PROTECTED_CODE } from './guarded-code';

@Component({
  selector: 'demo-protected-page',
  imports: [BackendAnswer, CodePanel],
  template: `
    <div class="page-head">
      <h1>Protected</h1>
      <p class="lead">
        The guard let you in, and the interceptor sent your token along when this page asked the
        backend for the line below.
      </p>
    </div>
    <div class="with-code">
      <section class="stack" id="details" aria-labelledby="answer-heading">
        <h2 id="answer-heading">The backend's answer</h2>
        <demo-backend-answer [url]="url" />
      </section>
      <demo-code-panel [files]="code" />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProtectedPage {
  protected readonly code = PROTECTED_CODE;
  protected readonly url = protectedUrl(inject(DIALECT));
}
