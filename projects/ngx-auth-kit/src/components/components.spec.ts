import { Component, provideZonelessChangeDetection, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { provideRouter, Router } from '@angular/router';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from '../config/auth-config';
import { AuthService } from '../session/auth-service';
import { BASE_URL, setUpFakeHttp } from '../test-support/set-up';
import { open } from '../test-support/screen';
import { until } from '../test-support/until';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';
import { StatusComponent } from './status/status-component';

@Component({ template: '' })
class Page {}

let auth: AuthService;
let http: HttpTestingController;

async function render<T>(component: Type<T>, config: Partial<AuthConfig> = {}) {
  const routes = ['status', 'login', 'deep'].map((path) => ({ path, component: Page }));
  auth = setUpFakeHttp(config, undefined, provideRouter(routes), provideZonelessChangeDetection());
  http = TestBed.inject(HttpTestingController);
  return open(component);
}

const forms = [
  ['LoginComponent', LoginComponent, `${BASE_URL}/login`, 'current-password'],
  ['RegisterComponent', RegisterComponent, `${BASE_URL}/register`, 'new-password'],
] as const;

for (const [name, component, url, autocomplete] of forms) {
  describe(name, () => {
    it('is one real form whose fields have labels, names, ids and autocomplete', async () => {
      const screen = await render<unknown>(component);
      expect(screen.fixture.nativeElement.querySelectorAll('form').length).toBe(1);
      const inputs: HTMLInputElement[] = [
        ...screen.fixture.nativeElement.querySelectorAll('input'),
      ];
      expect(inputs.map((input) => input.name)).toEqual(['email', 'password']);
      expect(inputs.every((input) => input.id && input.labels!.length === 1)).toBeTrue();
      expect(inputs[1]!.autocomplete).toBe(autocomplete);
      expect(inputs[1]!.maxLength).toBe(-1);
      expect(document.activeElement).not.toBe(inputs[0]!);
    });

    it('says what is missing, ties it to the field and moves the focus there', async () => {
      const screen = await render<unknown>(component);
      await screen.submit();
      const input = screen.find<HTMLInputElement>('input[name="email"]')!;
      const message = document.getElementById(input.getAttribute('aria-describedby')!)!;
      expect(message.textContent).toContain('Please enter your e-mail.');
      expect(input.getAttribute('aria-invalid')).toBe('true');
      expect(document.activeElement).toBe(input);
      http.expectNone(url);
    });

    it('sends what was typed, byte for byte, once', async () => {
      const screen = await render<unknown>(component);
      await screen.fillAndSubmit();
      await screen.submit();
      screen.find('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      const { request } = http.expectOne(url);
      expect(request.body).toEqual({ email: 'ada@example.com', password: ' secret ' });
      expect(screen.find('form')!.getAttribute('aria-busy')).toBe('true');
    });

    it('asks for a username where the backend wants one', async () => {
      const screen = await render<unknown>(component, {
        backend: { ...flaskJwtAuth, identifier: 'username' },
      });
      await screen.fixture.whenStable();
      screen.type('username', 'ada');
      screen.type('password', 'secret');
      await screen.submit();
      expect(http.expectOne(url).request.body).toEqual({ username: 'ada', password: 'secret' });
    });

    it('shows a failure as text, moves the focus to it and can be used again', async () => {
      const screen = await render<unknown>(component);
      await screen.fillAndSubmit();
      http
        .expectOne(url)
        .flush(
          { status: 'fail', message: '<img src=x onerror=alert(1)>' },
          { status: 409, statusText: 'No' },
        );
      await screen.fixture.whenStable();
      const alert = screen.find('[role="alert"]')!;
      expect(alert.textContent.trim()).toBe('<img src=x onerror=alert(1)>');
      expect(document.activeElement).toBe(alert);
      await screen.submit();
      http.expectOne(url);
    });

    it('shows the backend’s message at its field', async () => {
      const readError = () => ({ fields: { password: 'Too short.' } });
      const screen = await render<unknown>(component, { backend: { ...flaskJwtAuth, readError } });
      await screen.fillAndSubmit();
      http.expectOne(url).flush(null, { status: 422, statusText: 'No' });
      await screen.fixture.whenStable();
      const input = screen.find<HTMLInputElement>('input[name="password"]')!;
      expect(document.getElementById(input.getAttribute('aria-describedby')!)!.textContent).toBe(
        'Too short.',
      );
      expect(document.activeElement).toBe(input);
    });

    it('can be used again after a time-out', async () => {
      const screen = await render<unknown>(component, { requestTimeout: 10 });
      await screen.fillAndSubmit();
      http.expectOne(url);
      await until(() => screen.find('[role="alert"]'));
      expect(screen.find('[role="alert"]')!.textContent).toContain('too long');
      expect(screen.find('form')!.getAttribute('aria-busy')).toBe('false');
    });

    it('goes to the return URL after sign-in, and clears the password', async () => {
      const screen = await render<unknown>(component);
      await TestBed.inject(Router).navigateByUrl('/login?returnUrl=%2Fdeep%3Fa%3Db');
      await screen.fillAndSubmit();
      http.expectOne(url).flush({ status: 'success', auth_token: 'opaque' });
      await screen.fixture.whenStable();
      expect(screen.find<HTMLInputElement>('input[name="password"]')!.value).toBe('');
      expect(TestBed.inject(Router).url).toBe('/deep?a=b');
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('stays where it is with [navigate]="false"', async () => {
      const screen = await render<unknown>(component);
      screen.fixture.componentRef.setInput('navigate', false);
      await TestBed.inject(Router).navigateByUrl('/deep');
      await screen.fillAndSubmit();
      http.expectOne(url).flush({ status: 'success', auth_token: 'opaque' });
      await screen.fixture.whenStable();
      expect(TestBed.inject(Router).url).toBe('/deep');
    });

    it('begins no session once it is gone', async () => {
      const screen = await render<unknown>(component);
      await screen.fillAndSubmit();
      const request = http.expectOne(url);
      screen.fixture.destroy();
      expect(request.cancelled).toBeTrue();
      expect(auth.isAuthenticated()).toBeFalse();
    });
  });
}

describe('RegisterComponent where the backend does not sign in', () => {
  it('says that the account is ready and links to the login page', async () => {
    const screen = await render(RegisterComponent);
    await screen.fillAndSubmit();
    http.expectOne(`${BASE_URL}/register`).flush({ status: 'success' });
    await screen.fixture.whenStable();
    expect(screen.find('[role="status"]')!.textContent).toContain('Your account is ready.');
    expect(screen.find<HTMLAnchorElement>('a')!.getAttribute('href')).toBe('/login');
    expect(auth.isAuthenticated()).toBeFalse();
  });
});

describe('StatusComponent', () => {
  async function renderSignedIn(user: object) {
    const screen = await render(StatusComponent);
    auth.setToken('opaque');
    screen.fixture.destroy();
    const signedIn = await open(StatusComponent);
    http.expectOne(`${BASE_URL}/status`).flush({ status: 'success', data: user });
    await signedIn.fixture.whenStable();
    return signedIn;
  }

  it('shows the user as the backend names them, as text', async () => {
    const screen = await renderSignedIn({ email: '<b>ada</b>', user_id: 1, nested: {} });
    expect(screen.text).toContain('email<b>ada</b>user id1');
    expect(screen.find('b')).toBeNull();
    expect(screen.text).not.toContain('opaque');
  });

  it('signs out', async () => {
    const screen = await renderSignedIn({ email: 'ada@example.com' });
    screen.find('button')!.click();
    await screen.fixture.whenStable();
    http.expectOne(`${BASE_URL}/logout`);
    expect(screen.text).toContain('You are not signed in.');
    expect(screen.text).not.toContain('ada@example.com');
  });

  it('says when the backend cannot be asked, and asks again on request', async () => {
    const screen = await render(StatusComponent);
    screen.fixture.destroy();
    auth.setToken('opaque');
    const signedIn = await open(StatusComponent);
    http.expectOne(`${BASE_URL}/status`).flush(null, { status: 503, statusText: 'Later' });
    await signedIn.fixture.whenStable();
    expect(signedIn.find('[role="alert"]')!.textContent).toContain('Please try again later.');
    [...signedIn.fixture.nativeElement.querySelectorAll('button')].at(-1).click();
    http.expectOne(`${BASE_URL}/status`);
  });
});
