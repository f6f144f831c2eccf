import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { BackendSelect } from '../backend/backend-select';
import { DIALECT } from '../backend/dialect';
import { CodePanel } from '../code/code-panel';
import { routeExcerpt } from '../code/route-excerpt';
import { SessionPass } from '../session/session-pass';
import { QuickSignIn } from '../sign-in/quick-sign-in';
import { InstallLine } from './install-line';
import { StopList } from './stop-list';

@Component({
  selector: 'demo-home-page',
  imports: [BackendSelect, CodePanel, InstallLine, QuickSignIn, RouterLink, SessionPass, StopList],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HomePage {
  protected readonly status = inject(AuthService).status;

  protected readonly code = [
    {
      name: 'app.config.ts',
      text: [
        'providers: [',
        '  provideRouter(routes),',
        '  provideHttpClient(withInterceptors([authInterceptor])),',
        `${inject(DIALECT).code},`.replaceAll(/^/gm, '  '),
        ']',
      ].join('\n'),
    },
    ...(inject(DIALECT).backendFiles ?? []),
    routeExcerpt('visitors'),
  ];
}
