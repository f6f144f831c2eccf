import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AuthService } from 'ngx-auth-kit';
import { echoUrl, FOREIGN_URL } from '../backend/backend-urls';
import { DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { SessionEvents } from '../session/session-events';
import { SessionPass } from '../session/session-pass';
import { QuickSignIn } from '../sign-in/quick-sign-in';
import { CallBurst } from './call-burst';
import { Departure } from './departure';
import { BURST_CODE, DEPARTURE_CODE } from './lab-code';
import { ServerControls } from './server-controls';

@Component({
  selector: 'demo-lab-page',
  imports: [
    CallBurst,
    CodePanel,
    Departure,
    QuickSignIn,
    ServerControls,
    SessionEvents,
    SessionPass,
  ],
  templateUrl: './lab-page.html',
  styleUrl: './lab-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LabPage {
  private readonly dialect = inject(DIALECT);

  protected readonly status = inject(AuthService).status;
  protected readonly ownUrl = echoUrl(this.dialect);
  protected readonly foreignUrl = FOREIGN_URL;
  protected readonly burstCode = BURST_CODE;
  protected readonly departureCode = DEPARTURE_CODE;
}
