import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { SessionPass } from '../session/session-pass';
import { GateList } from './gate-list';

@Component({
  selector: 'demo-home-page',
  imports: [GateList, RouterLink, SessionPass],
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
    "  provideAuth({ baseUrl: 'http://localhost:5000/auth' }),",
    ']',
  ].join('\n');
}
