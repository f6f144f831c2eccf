import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideRouter } from '@angular/router';
import { AuthError, AuthService, LoginComponent, provideAuth, withRememberMe } from 'ngx-auth-kit';
import { AuthTesting } from './auth-testing';
import { LoginHarness } from '../harness/login-harness';
import { provideAuthTesting } from './provide-auth-testing';

describe('AuthTesting with a second factor and remember me', () => {
  it('completes a login with a second factor', () => {
    TestBed.configureTestingModule({ providers: [provideAuthTesting()] });
    const auth = TestBed.inject(AuthService);
    const testing = TestBed.inject(AuthTesting);
    let code = '';
    testing.failNext('login', 'second_factor_required');
    auth.login({ email: 'a' }).subscribe({ error: (e: AuthError) => (code = e.code) });
    expect(code).toBe('second_factor_required');
    testing.failNext('verifySecondFactor', 'invalid_credentials');
    auth.verifySecondFactor({ code: '0' }).subscribe({ error: (e: AuthError) => (code = e.code) });
    expect(code).toBe('invalid_credentials');
    testing.succeedNext('verifySecondFactor', { user: { a: 1 } });
    auth.verifySecondFactor({ code: '1' }).subscribe();
    expect(auth.user()).toEqual({ a: 1 });
    expect(testing.calls.at(-1)).toEqual({ method: 'verifySecondFactor', input: { code: '1' } });
  });
  it('completes a login with a second factor in the form', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([{ path: 'status', children: [] }]), provideAuthTesting()],
    });
    const testing = TestBed.inject(AuthTesting);
    testing.failNext('login', 'second_factor_required');
    const login = await TestbedHarnessEnvironment.harnessForFixture(
      TestBed.createComponent(LoginComponent),
      LoginHarness,
    );
    expect(await login.asksForCode()).toBeFalse();
    await login.signIn({ identifier: 'ada@example.com', password: 'x' });
    expect(await login.asksForCode()).toBeTrue();
    await login.verify('123456');
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
  });
  it('forgets a login that waits for its second factor', () => {
    TestBed.configureTestingModule({ providers: [provideAuthTesting()] });
    const auth = TestBed.inject(AuthService);
    const testing = TestBed.inject(AuthTesting);
    let code = '';
    testing.failNext('login', 'second_factor_required');
    auth.login({ email: 'a' }).subscribe({ error: () => undefined });
    auth.cancelLogin();
    auth.verifySecondFactor({ code: '1' }).subscribe({ error: (e: AuthError) => (code = e.code) });
    expect(code).toBe('session_expired');
    expect(testing.calls.map(({ method }) => method)).toEqual(['login']);
  });
  it('touches no storage of the app with withRememberMe', () => {
    localStorage.setItem('token', 'apps');
    TestBed.configureTestingModule({
      providers: [
        provideAuth({ baseUrl: '/a' }, withRememberMe()),
        provideAuthTesting({ user: {} }),
      ],
    });
    const auth = TestBed.inject(AuthService);
    auth.logout().subscribe();
    auth.login({}, { remember: false }).subscribe();
    expect(localStorage.getItem('token')).toBe('apps');
    expect(sessionStorage.length).toBe(0);
    localStorage.clear();
  });
});
