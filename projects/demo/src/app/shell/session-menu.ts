import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { AuthService } from 'ngx-auth-kit';
import { catchError, EMPTY, filter, switchMap } from 'rxjs';
import { nameOf } from '../session/name-of';

/** Who is signed in, and the way out; or the ways in. */
@Component({
  selector: 'demo-session-menu',
  imports: [RouterLink],
  template: `
    @switch (auth.status()) {
      @case ('authenticated') {
        <span class="who" dir="auto" data-testid="who">{{ name() }}</span>
        <button type="button" class="quiet" (click)="signOut()">Sign out</button>
      }
      @case ('anonymous') {
        <a routerLink="/login">Sign in</a>
        <a routerLink="/register">Register</a>
      }
    }
  `,
  styleUrl: './session-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionMenu {
  protected readonly auth = inject(AuthService);
  protected readonly name = computed(() => nameOf(this.auth.user()) ?? 'Signed in');

  constructor() {
    // Few backends say who signed in, so they are asked whenever a session begins.
    this.auth.events
      .pipe(
        filter(({ type }) => type === 'login' || type === 'restored'),
        // The menu can do without the name; the status page shows what is wrong.
        switchMap(() => this.auth.checkStatus().pipe(catchError(() => EMPTY))),
        takeUntilDestroyed(),
      )
      .subscribe();
  }

  protected signOut(): void {
    this.auth.logout().subscribe();
  }
}
