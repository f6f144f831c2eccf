import {
  HTTP_INTERCEPTORS,
  HttpBackend,
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { EnvironmentProviders, Injector, Provider } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { authInterceptor, AuthService, provideAuth, withTokenRefresh } from 'ngx-auth-kit';
import { firstValueFrom, forkJoin } from 'rxjs';
import { provideJwtHelper } from '../peers/page/provide-jwt-helper';
import { TutorialAuth } from '../peers/tutorial/tutorial-auth';
import { TutorialRefreshInterceptor } from '../peers/tutorial/tutorial-refresh-interceptor';
import { RefusingBackend } from './refusing-backend';
import { OpenBench } from './round';

/** Nobody's refresh of one round may be in another's way; the library's lock is kept 300 ms. */
const PAUSE = 400;

interface Variant {
  readonly providers: (Provider | EnvironmentProviders)[];
  signIn?(injector: Injector): Promise<unknown>;
}

const variants: Readonly<Record<string, Variant>> = {
  bare: { providers: [provideHttpClient()] },
  kit: {
    providers: [
      provideHttpClient(withInterceptors([authInterceptor])),
      provideAuth(
        {
          baseUrl: '/api',
          backend: {
            endpoints: {
              login: { path: '/login' },
              refresh: { path: '/refresh', token: 'refresh' },
            },
            readTokens: ({ body }) => {
              const { access_token, refresh_token } = body as Record<string, string>;
              return { accessToken: access_token!, refreshToken: refresh_token! };
            },
            readUser: () => null,
          },
        },
        withTokenRefresh(),
      ),
    ],
    signIn: (injector) => firstValueFrom(injector.get(AuthService).login({})),
  },
  tutorial: {
    providers: [
      provideHttpClient(withInterceptorsFromDi()),
      provideJwtHelper(),
      { provide: HTTP_INTERCEPTORS, useClass: TutorialRefreshInterceptor, multi: true },
    ],
    signIn: (injector) => firstValueFrom(injector.get(TutorialAuth).login('ada', 'secret')),
  },
};

/** Parallel requests whose token is refused; `late=half` has half of the refusals come late. */
export const openRefusals: OpenBench = async (parameters) => {
  const name = parameters.get('variant') ?? '';
  const { providers, signIn } = variants[name]!;
  const backend = new RefusingBackend(name !== 'bare');
  const { injector } = await createApplication({
    providers: [...providers, provideRouter([]), { provide: HttpBackend, useValue: backend }],
  });
  await signIn?.(injector);
  const http = injector.get(HttpClient);
  const isLate = (index: number) => parameters.get('late') === 'half' && index % 2 === 1;
  return async (count) => {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    backend.revoke();
    const start = performance.now();
    const answers = await firstValueFrom(
      forkJoin(
        Array.from({ length: count }, (_, index) =>
          http.get(`/api/items/${index}${isLate(index) ? '/late' : ''}`),
        ),
      ),
    );
    const milliseconds = performance.now() - start;
    if (answers.length !== count) throw new Error(`${name}: ${answers.length} answers`);
    return { milliseconds, refreshCalls: backend.refreshCalls, sent: backend.sent };
  };
};
