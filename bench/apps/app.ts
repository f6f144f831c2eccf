import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';

/** A page to guard. */
@Component({
  selector: 'bench-page',
  template: 'page',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Page {}

/** What every set-up with the library shows and does. */
@Component({
  selector: 'bench-root',
  imports: [RouterOutlet],
  template: '{{ auth.isAuthenticated() }}<router-outlet />',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly auth = inject(AuthService);

  constructor() {
    inject(HttpClient).get('/api').subscribe();
    this.auth.login({}).subscribe();
  }
}
