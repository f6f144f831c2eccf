import { HttpClient, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { createNgModule, Injector, NgModule, NgModuleRef, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { AuthService } from '../../core/session/auth-service';
import { withOwnSession } from '../../core/session/own-session/with-own-session';
import { setUpFakeHttp } from '../../test-support/set-up';
import { AuthModule } from './auth-module';

const baseUrl = 'https://partner.example/auth';
const HTTP = [provideHttpClient(withInterceptorsFromDi()), provideHttpClientTesting()];

@NgModule({ imports: [AuthModule.forRoot({ baseUrl })], providers: HTTP })
class WithoutMore {}

@NgModule({
  imports: [AuthModule.forRoot({ baseUrl, tokenKey: 'partner' }, withOwnSession())],
  providers: HTTP,
})
class WithOwnSession {}

describe('AuthModule.forRoot in a lazy module', () => {
  let auth: AuthService;

  function load<T>(module: Type<T>): NgModuleRef<T> {
    auth = setUpFakeHttp();
    return createNgModule(module, TestBed.inject(Injector));
  }

  it('without more is an error that names withOwnSession', () => {
    expect(() => load(WithoutMore)).toThrowError(/withOwnSession\(\)/);
  });

  it('has a session of its own with withOwnSession', () => {
    const { injector } = load(WithOwnSession);
    auth.setToken('of-the-app');
    injector.get(AuthService).setToken('of-the-partner');
    expect(auth.token()).toBe('of-the-app');
    injector.get(HttpClient).get('https://partner.example/data').subscribe();
    const { request } = injector
      .get(HttpTestingController)
      .expectOne('https://partner.example/data');
    expect(request.headers.get('Authorization')).toBe('Bearer of-the-partner');
  });
});
