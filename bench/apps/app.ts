import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { CanActivateFn, RouterOutlet, Routes } from '@angular/router';

/** What the app of every set-up wants of its auth library. */
export abstract class Session {
  abstract isAuthenticated(): boolean;
  abstract logIn(): void;
}

/** A page to show, and to guard. */
@Component({
  selector: 'bench-page',
  template: 'page',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Page {}

/** The same in every set-up. */
@Component({
  selector: 'bench-root',
  imports: [RouterOutlet],
  template: `
    {{ session.isAuthenticated() }}
    <button type="button" (click)="session.logIn()">Log in</button>
    <router-outlet />
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {
  protected readonly session = inject(Session);
}

/** A public page at the root, and a guarded one. */
export function pages(...guards: CanActivateFn[]): Routes {
  return [
    { path: '', component: Page },
    { path: 'guarded', component: Page, canActivate: guards },
  ];
}
