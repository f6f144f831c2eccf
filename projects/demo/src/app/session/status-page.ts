import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService, StatusComponent } from 'ngx-auth-kit';
import { backendOf, DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { ClaimsTable } from './claims-table';
import { RequestTrial } from './request-trial';
import { SessionEvents } from './session-events';
import { SessionFacts } from './session-facts';
import { SessionPass } from './session-pass';
import { STATUS_CODE } from './status-code';

@Component({
  selector: 'demo-status-page',
  imports: [
    ClaimsTable,
    CodePanel,
    RouterLink,
    SessionFacts,
    RequestTrial,
    SessionEvents,
    SessionPass,
    StatusComponent,
  ],
  templateUrl: './status-page.html',
  styleUrl: './status-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusPage {
  protected readonly code = STATUS_CODE;
  protected readonly claims = inject(AuthService).claims;
  protected readonly changesPassword =
    backendOf(inject(DIALECT)).endpoints.changePassword !== undefined;
}
