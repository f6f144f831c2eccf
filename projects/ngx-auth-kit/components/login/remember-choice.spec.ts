import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { laravelSanctum } from '../../core/backends/laravel-sanctum';
import { open } from '../../test-support/screen';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { LoginComponent } from './login-component';

const request = () => TestBed.inject(HttpTestingController).expectOne(`${BASE_URL}/login`).request;

describe('“Keep me signed in” with a cookie session', () => {
  for (const ticked of [true, false]) {
    it(`reaches a backend whose login takes it: ${ticked}`, async () => {
      // No cookie is fetched ahead of the login.
      const xsrf = { cookie: 'XSRF-TOKEN', header: 'X-XSRF-TOKEN' };
      setUpFakeHttp({ backend: { ...laravelSanctum, xsrf } }, undefined, provideRouter([]));
      const screen = await open(LoginComponent, { rememberMe: true });
      if (ticked) screen.input('remember').checked = true;
      await screen.fillAndSubmit();
      const credentials = { email: 'ada@example.com', password: ' secret ' };
      expect(request().body).toEqual({ ...credentials, remember: ticked });
    });
  }

  for (const input of [{}, { rememberMe: true }]) {
    it(`is not offered where the login cannot take it, with ${JSON.stringify(input)}`, async () => {
      const backend = { ...flaskJwtAuth, session: 'cookie' } as const;
      setUpFakeHttp({ backend }, undefined, provideRouter([]));
      expect((await open(LoginComponent, input)).find('[type="checkbox"]')).toBeNull();
    });
  }

  it('is not offered unless the app asks for it', async () => {
    setUpFakeHttp({ backend: laravelSanctum }, undefined, provideRouter([]));
    expect((await open(LoginComponent)).find('[type="checkbox"]')).toBeNull();
  });
});

describe('an extra field that is a checkbox', () => {
  const extraFields = [
    { name: 'public_computer', label: 'This is a public computer', type: 'checkbox' },
    { name: 'rules', label: 'House rules', type: 'checkbox', required: true },
  ];

  it('is sent as true or false, also if it was ticked without an event', async () => {
    setUpFakeHttp({ backend: flaskJwtAuth }, undefined, provideRouter([]));
    const screen = await open(LoginComponent, { extraFields });
    expect(screen.input('rules').labels![0]!.textContent.trim()).toBe('House rules');
    screen.input('rules').checked = true;
    await screen.fillAndSubmit();
    const fields = { public_computer: false, rules: true };
    expect(request().body).toEqual(jasmine.objectContaining(fields));
  });

  it('must be ticked if it is required, and says so by its own name', async () => {
    setUpFakeHttp({ backend: flaskJwtAuth }, undefined, provideRouter([]));
    const screen = await open(LoginComponent, { extraFields });
    await screen.fillAndSubmit();
    expect(screen.descriptionOf('rules')).toBe('“House rules” is required.');
    expect(screen.descriptionOf('public_computer')).toBe('');
    expect(document.activeElement).toBe(screen.input('rules'));
  });
});
