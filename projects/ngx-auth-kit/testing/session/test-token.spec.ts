import { TestBed } from '@angular/core/testing';
import { AuthService } from 'ngx-auth-kit';
import { provideAuthTesting } from './provide-auth-testing';
import { testToken } from './test-token';

describe('testToken', () => {
  for (const claims of [{}, { sub: '1', roles: ['admin'] }, { name: 'Ada Łovelace 🚀' }]) {
    it(`is taken by the library with the claims ${JSON.stringify(claims)}`, () => {
      TestBed.configureTestingModule({
        providers: [provideAuthTesting({ token: testToken(claims) })],
      });
      expect(TestBed.inject(AuthService).claims()).toEqual(claims);
    });
  }

  it('expires when its claims say so', () => {
    const exp = Math.floor(Date.now() / 1000) + 60;
    TestBed.configureTestingModule({
      providers: [provideAuthTesting({ token: testToken({ exp }) })],
    });
    expect(TestBed.inject(AuthService).expiresAt()).toEqual(new Date(exp * 1000));
  });
});
