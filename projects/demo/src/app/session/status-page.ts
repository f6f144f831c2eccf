import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AuthService, StatusComponent } from 'ngx-auth-kit';
import { ClaimsTable } from './claims-table';
import { RequestTrial } from './request-trial';
import { SessionEvents } from './session-events';
import { SessionPass } from './session-pass';

@Component({
  selector: 'demo-status-page',
  imports: [ClaimsTable, RequestTrial, SessionEvents, SessionPass, StatusComponent],
  templateUrl: './status-page.html',
  styleUrl: './status-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusPage {
  protected readonly claims = inject(AuthService).claims;
}
