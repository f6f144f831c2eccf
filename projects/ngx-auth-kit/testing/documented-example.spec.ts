import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  authInterceptor,
  AuthService,
  ensureAuthenticated,
  LoginComponent,
  StatusComponent,
} from 'ngx-auth-kit';
import { AuthTesting, LoginHarness, provideAuthTesting } from 'ngx-auth-kit/testing';

// As docs/testing.md has it.
describe('the documented example', () => {
  const routes = [
    { path: 'login', component: LoginComponent },
    { path: 'status', component: StatusComponent, canActivate: [ensureAuthenticated] },
  ];

  it('shows the login page to visitors, and the page they wanted after sign-in', async () => {
    TestBed.configureTestingModule({ providers: [provideRouter(routes), provideAuthTesting()] });
    const testing = TestBed.inject(AuthTesting);
    const page = await RouterTestingHarness.create('/status');

    const loader = TestbedHarnessEnvironment.loader(page.fixture);
    const login = await loader.getHarness(LoginHarness);
    testing.failNext('login', 'invalid_credentials');
    await login.signIn({ identifier: 'ada@example.com', password: 'wrong' });
    expect(await login.errorText()).toContain('not correct');

    testing.succeedNext('login', { user: { email: 'ada@example.com' } });
    await login.signIn({ identifier: 'ada@example.com', password: 'right' });
    expect(TestBed.inject(Router).url).toBe('/status');
  });

  it('sends the token with the requests of the app', () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([authInterceptor])),
        provideHttpClientTesting(),
        provideAuthTesting({ user: { email: 'ada@example.com' }, config: { baseUrl: '/api' } }),
      ],
    });
    TestBed.inject(HttpClient)
      .get('/api/notes')
      .subscribe({ error: () => undefined });

    const request = TestBed.inject(HttpTestingController).expectOne('/api/notes');
    expect(request.request.headers.get('Authorization')).toBe('Bearer test-token');
    request.flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(TestBed.inject(AuthService).isAuthenticated()).toBe(false);
  });
});
