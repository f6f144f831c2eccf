import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { BackendSelect } from '../backend/backend-select';
import { DIALECT } from '../backend/dialect';
import { SessionPass } from '../session/session-pass';
import { GateList } from './gate-list';

@Component({
  selector: 'demo-home-page',
  imports: [BackendSelect, GateList, RouterLink, SessionPass],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  protected readonly isAuthenticated = inject(AuthService).isAuthenticated;

  protected readonly setUp = [
    'providers: [',
    '  provideRouter(routes),',
    '  provideHttpClient(withInterceptors([authInterceptor])),',
    `${inject(DIALECT).code},`.replaceAll(/^/gm, '  '),
    ']',
  ].join('\n');
}
