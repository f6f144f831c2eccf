import { ChangeDetectionStrategy, Component } from '@angular/core';
import { LoginComponent } from 'ngx-auth-kit';
import { CodePanel } from '../code/code-panel';
import { LOOK_CODE } from './look-code';
import { LookControls } from './look-controls';

@Component({
  selector: 'demo-look-page',
  imports: [CodePanel, LoginComponent, LookControls],
  template: `
    <div class="page-head">
      <h1>Look</h1>
      <p class="lead">
        The forms take their looks from CSS custom properties and their words from a set of labels.
        Change either: nothing is loaded anew, and what was typed stays.
      </p>
    </div>
    <div class="with-code">
      <div class="stack">
        <demo-look-controls place="page" />
        <section class="card specimen" aria-labelledby="specimen-heading">
          <h2 id="specimen-heading">A form to look at</h2>
          <!-- Inert, because here it is a picture of itself. -->
          <auth-login inert />
        </section>
      </div>
      <demo-code-panel [files]="code" />
    </div>
  `,
  styles: `
    .specimen {
      inline-size: 100%;
      max-inline-size: 27.5rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LookPage {
  protected readonly code = LOOK_CODE;
}
