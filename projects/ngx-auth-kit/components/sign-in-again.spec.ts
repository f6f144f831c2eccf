import { Component, inject, Injectable, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CanDeactivateFn, provideRouter, Router, RouterOutlet } from '@angular/router';
import { AuthTesting, provideAuthTesting } from 'ngx-auth-kit/testing';
import { ensureAuthenticated } from '../core/routing/ensure-authenticated';
import { AuthService } from '../core/session/auth-service';
import { open, Screen } from '../test-support/screen';
import { until } from '../test-support/until';
import { LoginComponent } from './login/login-component';

/** The pattern of the guide on screens: signing in again without leaving the page. */
@Injectable({ providedIn: 'root' })
class SignInAgain {
  readonly isOpen = signal(false);
  private settle = (_isDone: boolean): void => undefined;

  ask(): Promise<boolean> {
    this.isOpen.set(true);
    return new Promise((resolve) => (this.settle = resolve));
  }

  close(isDone: boolean): void {
    this.isOpen.set(false);
    this.settle(isDone);
  }
}

const keepPage: CanDeactivateFn<unknown> = async () => {
  const dialog = inject(SignInAgain);
  const reason = inject(AuthService).endedBy()?.type;
  if (reason !== 'expired' && reason !== 'refused') return true;
  return !(await dialog.ask());
};

@Component({ selector: 'app-note-page', template: '<textarea></textarea>' })
class NotePage {}

@Component({ template: 'login page' })
class LoginPage {}

@Component({
  imports: [LoginComponent, RouterOutlet],
  template: `
    <router-outlet />
    @if (dialog.isOpen()) {
      <dialog open>
        <auth-login [navigate]="false" (signedIn)="dialog.close(true)" />
        <button id="leave" type="button" (click)="dialog.close(false)">Leave</button>
      </dialog>
    }
  `,
})
class App {
  protected readonly dialog = inject(SignInAgain);
}

describe('a form of the app, half filled in when the session ends', () => {
  let screen: Screen<unknown>;
  let testing: AuthTesting;
  let router: Router;
  const text = () => screen.find<HTMLTextAreaElement>('textarea')?.value;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideAuthTesting({ user: { email: 'ada@example.com' } }),
        provideRouter([
          { path: 'login', component: LoginPage },
          {
            path: 'note',
            component: NotePage,
            canActivate: [ensureAuthenticated],
            canDeactivate: [keepPage],
          },
        ]),
      ],
    });
    testing = TestBed.inject(AuthTesting);
    router = TestBed.inject(Router);
    screen = await open(App);
    await router.navigateByUrl('/note');
    screen.find<HTMLTextAreaElement>('textarea')!.value = 'half a sentence';
  });

  it('keeps its text while the user signs in again in a dialog, which says why', async () => {
    testing.expire();
    await until(() => screen.find('dialog'));
    await until(() => screen.find('.auth-note')!.textContent);
    expect(screen.find('.auth-note')!.textContent).toContain('expired');
    expect(text()).toBe('half a sentence');
    await screen.fillAndSubmit();
    await until(() => router.currentNavigation() === null && !screen.find('dialog'));
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
    expect([router.url, text()]).toEqual(['/note', 'half a sentence']);
  });

  it('asks again when the next session ends, too', async () => {
    for (let i = 0; i < 2; i++) {
      testing.expire();
      await until(() => screen.find('dialog'));
      await screen.fillAndSubmit();
      await until(() => router.currentNavigation() === null && !screen.find('dialog'));
    }
    expect([router.url, text()]).toEqual(['/note', 'half a sentence']);
  });

  it('goes to the login page if the user does not want to', async () => {
    testing.expire();
    await until(() => screen.find('#leave'));
    screen.find('#leave')!.click();
    await until(() => router.url === '/login?returnUrl=%2Fnote');
    expect(text()).toBeUndefined();
  });

  it('is left without a question when the user signs out', async () => {
    TestBed.inject(AuthService).logout().subscribe();
    await until(() => router.url === '/login?returnUrl=%2Fnote');
    expect(screen.find('dialog')).toBeNull();
  });
});
