import {
  HttpClient,
  HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { inject, provideAppInitializer } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { skipAuth } from '../http/skip-auth';
import { AuthService } from '../session/auth-service';
import { withIdleTimeout } from '../session/idle/with-idle-timeout';
import { withTokenRefresh } from '../session/refresh/with-token-refresh';
import { promised } from '../../test-support/promised';
import { until } from '../../test-support/until';
import { AuthConfig, AuthConfigFunction } from './auth-config';
import { AuthFeature } from './auth-feature';
import { lateConfigApps, CONFIG } from '../../test-support/late-config-apps';

describe('configuration by a function', () => {
  const apps = lateConfigApps();

  const cause = new Error('No such file.');
  const bad: readonly [
    what: string,
    read: () => unknown,
    says: RegExp,
    features?: AuthFeature[],
  ][] = [
    [
      'throws',
      () => {
        throw cause;
      },
      /function given to provideAuth failed: No such file\./,
    ],
    ['gives a promise that is rejected', () => Promise.reject(cause), /failed: No such file\./],
    ['fails with no error', () => Promise.reject('offline'), /failed: offline/],
    ['gives nothing', () => undefined, /"baseUrl" is undefined/],
    ['promises nothing', () => Promise.resolve(null), /"baseUrl" is undefined/],
    ['gives a text', () => '<!doctype html>', /option "config" is/],
    ['gives an unusable option', () => ({ ...CONFIG, headerName: 'a b' }), /"headerName" is "a b"/],
    ['promises one', () => Promise.resolve({ ...CONFIG, tokenKey: '' }), /"tokenKey" is ""/],
    [
      'contradicts a feature',
      () => Promise.resolve(CONFIG),
      /"backend\.endpoints\.refresh" is undefined/,
      [withTokenRefresh()],
    ],
    [
      'comes with a bad feature',
      () => CONFIG,
      /withIdleTimeout\.after/,
      [withIdleTimeout({ after: 0 })],
    ],
  ];
  for (const [what, read, says, features] of bad) {
    it(`keeps the app from starting if the function ${what}`, async () => {
      localStorage.setItem('token', 'opaque');
      const error = await apps.boot(read as AuthConfigFunction, { features }).then(
        () => fail('started'),
        (reason: unknown) => reason as Error,
      );
      expect((error as Error).message).toMatch(says);
      expect((error as Error).message).toMatch(/^ngx-auth-kit: /);
      if (/No such file/.test(String(error))) expect((error as Error).cause).toBe(cause);
      expect(apps.host.children.length).toBe(0);
    });
  }

  it('that never comes fails the requests that wait for it, with its cause', async () => {
    const { promise, fail: reject } = promised<AuthConfig>();
    const app = apps.boot(() => promise);
    await until(() => apps.backend);
    const answered = firstValueFrom(apps.http.get('/data'));
    reject(cause);
    await expectAsync(answered).toBeRejectedWithError(/No such file/);
    await expectAsync(app).toBeRejected();
  });

  it('is missed with an explanation by code that runs too early', async () => {
    const { promise } = promised<AuthConfig>();
    const app = apps.boot(() => promise, {
      providers: [provideAppInitializer(() => void inject(AuthService))],
    });
    await expectAsync(app).toBeRejectedWithError(/before the configuration is there.*donePromise/);
  });

  it('is missed with that explanation, and not with that of Angular, if the first error was caught', async () => {
    const app = apps.boot(() => Promise.resolve(CONFIG), {
      providers: [
        provideAppInitializer(() => {
          try {
            inject(AuthService);
          } catch {
            // As apps do that log without a user if there is none.
          }
        }),
      ],
    });
    await expectAsync(app).toBeRejectedWithError(/before the configuration is there/);
  });

  it('is missed with an explanation by an interceptor that sees what the function asks for', async () => {
    const logging: HttpInterceptorFn = (request, next) => {
      inject(AuthService);
      return next(request);
    };
    const app = apps.boot(
      () =>
        firstValueFrom(inject(HttpClient).get<AuthConfig>('/config.json', { context: skipAuth() })),
      { providers: [provideHttpClient(withInterceptors([logging])), provideHttpClientTesting()] },
    );
    await expectAsync(app).toBeRejectedWithError(/interceptor of the app.*fetch\(\)/);
  });
});
