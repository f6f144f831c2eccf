import {
  EnvironmentInjector,
  inject,
  InjectionToken,
  provideEnvironmentInitializer,
} from '@angular/core';
import { AuthConfig, AuthConfigFunction } from './auth-config';
import { AuthFeature } from './auth-feature';
import { APP_INJECTOR } from './app-injector';
import { claimTokenKey } from './claim-token-key';

/** Each place where the library was set up in one injector. */
const SET_UPS = new InjectionToken<readonly Error[]>('ngx-auth-kit set-ups');

/** In development, refuses a set-up that would get in the way of another. */
export function noteSetUp(
  config: AuthConfig | AuthConfigFunction,
  features: readonly AuthFeature[],
): AuthFeature {
  // Whether it is a configuration at all is checked later.
  const { baseUrl } = Object(config) as Partial<AuthConfig>;
  const what = typeof config === 'function' ? 'a function' : `baseUrl "${baseUrl}"`;
  const where = new Error(`ngx-auth-kit: set up here with ${what}.`);
  const isOwn = features.some(({ kind }) => kind === 'withOwnSession');
  return {
    kind: 'provideAuth',
    providers: [
      { provide: SET_UPS, useValue: where, multi: true },
      provideEnvironmentInitializer(() => {
        const [first, second] = inject(SET_UPS, { self: true });
        if (second) throw twice(first!, second);
        if (!isOwn && inject(APP_INJECTOR) !== inject(EnvironmentInjector)) throw below(where);
      }),
    ],
    start: () => claimTokenKey(where),
  };
}

/** Two set-ups in one injector would share storage and hear each other as tabs do. */
function twice(first: Error, second: Error): Error {
  return new Error(
    'ngx-auth-kit: provideAuth (or AuthModule.forRoot) is given twice in one injector: ' +
      `${first.stack}\n${second.stack}\nKeep one.`,
  );
}

/** The services are those of the app, which this configuration would not reach. */
function below(where: Error): Error {
  return new Error(
    'ngx-auth-kit: provideAuth (or AuthModule.forRoot) is given in the providers of a route, or in ' +
      `another environment below that of the app: ${where.stack}\n` +
      'If the app has one session, give it in the providers of the application only. If this part of ' +
      'the app has a session of its own, add withOwnSession(), a tokenKey and an HttpClient:\n' +
      '  provideHttpClient(withInterceptors([authInterceptor])),\n' +
      "  provideAuth({ …, tokenKey: 'second' }, withOwnSession()),",
  );
}
