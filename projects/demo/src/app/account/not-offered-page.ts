import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { BackendSelect } from '../backend/backend-select';
import { DIALECT } from '../backend/dialect';

/** In the place of a page that the chosen backend has no endpoint for. */
@Component({
  selector: 'demo-not-offered-page',
  imports: [BackendSelect],
  template: `
    <div class="page-head">
      <h1>Not with this backend</h1>
      <p class="lead">
        {{ dialect.name }} has no endpoint for this page, so the app has no route to it.
        flask-jwt-auth and refresh-token have one.
      </p>
    </div>
    <demo-backend-select />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NotOfferedPage {
  protected readonly dialect = inject(DIALECT);
}
