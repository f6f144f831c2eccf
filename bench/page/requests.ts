import {
  HttpBackend,
  HttpClient,
  provideHttpClient,
  withInterceptors,
  withInterceptorsFromDi,
} from '@angular/common/http';
import { EnvironmentProviders, importProvidersFrom, Injector, Provider } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { authInterceptor, provideAuth } from 'ngx-auth-kit';
import { provideAngularJwt } from '../peers/page/provide-angular-jwt';
import { provideAngularOAuth2Oidc } from '../peers/page/provide-angular-oauth2-oidc';
import { InstantBackend } from './instant-backend';
import { jwt } from './jwt';
import { OpenBench } from './round';
import { signInToKit } from './sign-in-to-kit';

interface Variant {
  readonly providers: (Provider | EnvironmentProviders)[];
  signIn?(injector: Injector): void;
}

/** What a request costs that carries a token, with so many `urls` to which it may go. */
export const openRequests: OpenBench = async (parameters) => {
  const hosts = Array.from(
    { length: Number(parameters.get('urls')) },
    (_, index) => `api-${index}.example.com`,
  );
  const name = parameters.get('variant') ?? '';
  const backend = new InstantBackend();
  const { providers, signIn } = variant(name, hosts);
  const { injector } = await createApplication({
    providers: [...providers, provideRouter([]), { provide: HttpBackend, useValue: backend }],
  });
  signIn?.(injector);
  const http = injector.get(HttpClient);
  // The last of them, so that the whole list is looked through.
  const url = `https://${hosts.at(-1)}/items/1`;
  return (count) => {
    backend.authorized = 0;
    let answers = 0;
    const start = performance.now();
    for (let index = 0; index < count; index++) http.get(url).subscribe(() => answers++);
    const milliseconds = performance.now() - start;
    const expected = name === 'bare' ? 0 : count;
    if (answers !== count || backend.authorized !== expected) {
      throw new Error(`${name}: ${answers} answers, ${backend.authorized} requests with a token`);
    }
    return { milliseconds };
  };
};

function variant(name: string, hosts: readonly string[]): Variant {
  const origins = hosts.map((host) => `https://${host}`);
  switch (name) {
    case 'bare':
      return { providers: [provideHttpClient()] };
    case 'kit':
      return {
        providers: [
          provideHttpClient(withInterceptors([authInterceptor])),
          provideAuth({ baseUrl: '/auth', allowedUrls: origins }),
        ],
        signIn: signInToKit,
      };
    case 'angular-jwt':
      localStorage.setItem('token', jwt());
      return {
        providers: [
          provideHttpClient(withInterceptorsFromDi()),
          importProvidersFrom(provideAngularJwt(hosts)),
        ],
      };
    case 'angular-oauth2-oidc':
      sessionStorage.setItem('access_token', jwt());
      return {
        providers: [provideHttpClient(withInterceptorsFromDi()), provideAngularOAuth2Oidc(origins)],
      };
    default:
      throw new Error(`No such variant: ${name}`);
  }
}
