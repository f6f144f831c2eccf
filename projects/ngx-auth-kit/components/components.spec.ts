import { ComponentHarness, ComponentHarnessConstructor } from '@angular/cdk/testing';
import { Component, provideZonelessChangeDetection, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpTestingController } from '@angular/common/http/testing';
import { provideRouter, Router } from '@angular/router';
import { LoginHarness, RegisterHarness, StatusHarness } from 'ngx-auth-kit/testing';
import { flaskJwtAuth } from '../core/backends/flask-jwt-auth';
import { AuthConfig } from '../core/config/auth-config';
import { AuthService } from '../core/session/auth-service';
import { openHarness } from '../test-support/open-harness';
import { BASE_URL, setUpFakeHttp } from '../test-support/set-up';
import { until } from '../test-support/until';
import { LoginComponent } from './login/login-component';
import { RegisterComponent } from './register/register-component';
import { StatusComponent } from './status/status-component';

@Component({ template: '' })
class Page {}

let auth: AuthService;
let http: HttpTestingController;

async function render<C, H extends ComponentHarness>(
  component: Type<C>,
  harness: ComponentHarnessConstructor<H>,
  config: Partial<AuthConfig> = {},
) {
  const routes = ['status', 'login', 'deep'].map((path) => ({ path, component: Page }));
  auth = setUpFakeHttp(config, undefined, provideRouter(routes), provideZonelessChangeDetection());
  http = TestBed.inject(HttpTestingController);
  return openHarness(component, harness);
}

const forms = [
  {
    component: LoginComponent,
    open: (config?: Partial<AuthConfig>) =>
      render<unknown, LoginHarness>(LoginComponent, LoginHarness, config),
    url: `${BASE_URL}/login`,
    autocomplete: 'current-password',
  },
  {
    component: RegisterComponent,
    open: (config?: Partial<AuthConfig>) =>
      render<unknown, RegisterHarness>(RegisterComponent, RegisterHarness, config),
    url: `${BASE_URL}/register`,
    autocomplete: 'new-password',
  },
] as const;

async function fillAndSubmit(form: LoginHarness | RegisterHarness, identifier = 'ada@example.com') {
  await form.setIdentifier(identifier);
  await form.setPassword(' secret ');
  await form.submit();
}

for (const { component, open, url, autocomplete } of forms) {
  describe(component.name, () => {
    it('is one real form whose fields have labels, names, ids and autocomplete', async () => {
      const { screen } = await open();
      expect(screen.all('form').length).toBe(1);
      const inputs = screen.all<HTMLInputElement>('input');
      expect(inputs.map((input) => input.name)).toEqual(['email', 'password']);
      expect(inputs.every((input) => input.id && input.labels!.length === 1)).toBeTrue();
      expect(inputs[1]!.autocomplete).toBe(autocomplete);
      expect(inputs[1]!.maxLength).toBe(-1);
      expect(document.activeElement).not.toBe(inputs[0]!);
    });

    it('says what is missing, ties it to the field and moves the focus there', async () => {
      const { harness, screen } = await open();
      await harness.submit();
      expect(await harness.fieldError('email')).toBe('Please enter your e-mail.');
      expect(document.activeElement).toBe(screen.input('email'));
      http.expectNone(url);
    });

    it('sends what was typed, byte for byte, once', async () => {
      const { harness, screen } = await open();
      await fillAndSubmit(harness);
      await harness.submit();
      screen.find('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      const { request } = http.expectOne(url);
      expect(request.body).toEqual({ email: 'ada@example.com', password: ' secret ' });
      expect(await harness.isBusy()).toBeTrue();
    });

    it('asks for a username where the backend wants one', async () => {
      const { harness } = await open({ backend: { ...flaskJwtAuth, identifier: 'username' } });
      await fillAndSubmit(harness, 'ada');
      expect(http.expectOne(url).request.body).toEqual({ username: 'ada', password: ' secret ' });
    });

    it('shows a failure as text, moves the focus to it and can be used again', async () => {
      const { harness, screen } = await open();
      await fillAndSubmit(harness);
      const message = '<img src=x onerror=alert(1)>';
      http.expectOne(url).flush({ status: 'fail', message }, { status: 409, statusText: 'No' });
      expect(await harness.errorText()).toBe(message);
      expect(document.activeElement).toBe(screen.find('[role="alert"]'));
      await harness.submit();
      http.expectOne(url);
    });

    it('shows the backend’s message at its field', async () => {
      const readError = () => ({ fields: { password: 'Too short.' } });
      const { harness, screen } = await open({ backend: { ...flaskJwtAuth, readError } });
      await fillAndSubmit(harness);
      http.expectOne(url).flush(null, { status: 422, statusText: 'No' });
      expect(await harness.fieldError('password')).toBe('Too short.');
      expect(document.activeElement).toBe(screen.input('password'));
    });

    it('can be used again after a time-out', async () => {
      const { harness, screen } = await open({ requestTimeout: 10 });
      await fillAndSubmit(harness);
      http.expectOne(url);
      await until(() => screen.find('[role="alert"]'));
      expect(await harness.errorText()).toContain('too long');
      expect(await harness.isBusy()).toBeFalse();
    });

    it('goes to the return URL after sign-in, and clears the password', async () => {
      const { harness } = await open();
      await TestBed.inject(Router).navigateByUrl('/login?returnUrl=%2Fdeep%3Fa%3Db');
      await fillAndSubmit(harness);
      http.expectOne(url).flush({ status: 'success', auth_token: 'opaque', data: { id: 1 } });
      expect(await harness.password()).toBe('');
      expect(TestBed.inject(Router).url).toBe('/deep?a=b');
      expect(auth.isAuthenticated()).toBeTrue();
    });

    it('stays where it is with [navigate]="false"', async () => {
      const { harness, screen } = await open();
      screen.fixture.componentRef.setInput('navigate', false);
      await TestBed.inject(Router).navigateByUrl('/deep');
      await fillAndSubmit(harness);
      http.expectOne(url).flush({ status: 'success', auth_token: 'opaque', data: { id: 1 } });
      await screen.fixture.whenStable();
      expect(TestBed.inject(Router).url).toBe('/deep');
    });

    it('begins no session once it is gone', async () => {
      const { harness, screen } = await open();
      await fillAndSubmit(harness);
      const request = http.expectOne(url);
      screen.fixture.destroy();
      expect(request.cancelled).toBeTrue();
      expect(auth.isAuthenticated()).toBeFalse();
    });
  });
}

describe('RegisterComponent where the backend does not sign in', () => {
  it('says that the account is ready and links to the login page', async () => {
    const { harness, screen } = await render(RegisterComponent, RegisterHarness);
    await fillAndSubmit(harness);
    http.expectOne(`${BASE_URL}/register`).flush({ status: 'success' });
    expect(await harness.statusText()).toContain('Your account is ready.');
    expect(screen.find<HTMLAnchorElement>('a')!.getAttribute('href')).toBe('/login');
    expect(auth.isAuthenticated()).toBeFalse();
  });
});

describe('StatusComponent', () => {
  async function openSignedIn() {
    auth = setUpFakeHttp({}, undefined, provideRouter([]));
    auth.setToken('opaque');
    http = TestBed.inject(HttpTestingController);
    const opened = await openHarness(StatusComponent, StatusHarness);
    return { ...opened, request: http.expectOne(`${BASE_URL}/status`) };
  }

  it('shows the user as the backend names them, as text', async () => {
    const { harness, screen, request } = await openSignedIn();
    const data = { email: '<b>ada</b>', user_id: 1, nested: {} };
    request.flush({ status: 'success', data });
    expect(await harness.details()).toEqual({ email: '<b>ada</b>', 'user id': '1' });
    expect(screen.text).not.toContain('opaque');
  });

  it('signs out', async () => {
    const { harness, request } = await openSignedIn();
    request.flush({ status: 'success', data: { email: 'ada@example.com' } });
    await harness.signOut();
    http.expectOne(`${BASE_URL}/logout`);
    expect(await harness.statusText()).toBe('You are not signed in.');
    expect(await harness.details()).toEqual({});
  });

  it('says when the backend cannot be asked, and asks again on request', async () => {
    const { harness, request } = await openSignedIn();
    request.flush(null, { status: 503, statusText: 'Later' });
    expect(await harness.errorText()).toContain('Please try again later.');
    await harness.tryAgain();
    http.expectOne(`${BASE_URL}/status`);
  });
});
