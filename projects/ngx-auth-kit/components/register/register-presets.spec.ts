import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RegisterHarness } from 'ngx-auth-kit/testing';
import { AuthBackend } from '../../core/backends/auth-backend';
import { laravelSanctum } from '../../core/backends/laravel-sanctum';
import { springSecurity } from '../../core/backends/spring-security';
import { openHarness } from '../../test-support/open-harness';
import { BASE_URL, setUpFakeHttp } from '../../test-support/set-up';
import { AuthField } from '../fields/auth-field';
import { RegisterComponent } from './register-component';

interface Preset {
  readonly name: string;
  readonly backend: AuthBackend;
  readonly identifier: string;
  readonly extra: AuthField;
  readonly value: string;
  readonly path: string;
  readonly body: object;
  /** How it refuses the additional field. */
  readonly status: number;
  readonly refusal: object;
}

const PRESETS: Preset[] = [
  {
    name: 'springSecurity, which wants an e-mail too',
    backend: springSecurity,
    identifier: 'ada',
    extra: { name: 'email', label: 'E-mail', type: 'email', autocomplete: 'email' },
    value: 'ada@example.com',
    path: '/signup',
    body: { username: 'ada', email: 'ada@example.com', password: 'secret' },
    status: 400,
    refusal: { message: 'No', errors: [{ field: 'email', defaultMessage: 'Taken.' }] },
  },
  {
    name: 'laravelSanctum with Breeze, which wants a name too',
    backend: laravelSanctum,
    identifier: 'ada@example.com',
    extra: { name: 'name', label: 'Name', autocomplete: 'name' },
    value: 'Ada',
    path: '/register',
    body: {
      email: 'ada@example.com',
      name: 'Ada',
      password: 'secret',
      password_confirmation: 'secret',
    },
    status: 422,
    refusal: { message: 'No', errors: { name: ['Taken.'] } },
  },
];

for (const { name, backend, identifier, extra, value, path, body, status, refusal } of PRESETS) {
  describe(`RegisterComponent for ${name}`, () => {
    async function register() {
      setUpFakeHttp({ backend }, undefined, provideRouter([]));
      const http = TestBed.inject(HttpTestingController);
      const inputs = { extraFields: [extra] };
      const { harness, screen } = await openHarness(RegisterComponent, RegisterHarness, inputs);
      await harness.setField(extra.name, value);
      await harness.register({ identifier, password: 'secret' });
      // Laravel's cookie is fetched ahead of the registration.
      for (const request of http.match(`${BASE_URL}/sanctum/csrf-cookie`)) request.flush(null);
      return { harness, screen, request: http.expectOne(`${BASE_URL}${path}`) };
    }

    it('asks for it as an extra field, and sends it', async () => {
      const { screen, request } = await register();
      expect(request.request.body).toEqual(body);
      expect(screen.input(extra.name).autocomplete).toBe(extra.autocomplete!);
    });

    it('wants it filled in', async () => {
      setUpFakeHttp({ backend }, undefined, provideRouter([]));
      const inputs = { extraFields: [extra] };
      const { harness } = await openHarness(RegisterComponent, RegisterHarness, inputs);
      await harness.register({ identifier, password: 'secret' });
      expect(await harness.fieldError(extra.name)).toContain('is required');
      TestBed.inject(HttpTestingController).expectNone(`${BASE_URL}${path}`);
    });

    it('shows the backend’s complaint at it', async () => {
      const { harness, request } = await register();
      request.flush(refusal, { status, statusText: 'No' });
      expect(await harness.fieldError(extra.name)).toBe('Taken.');
    });
  });
}
