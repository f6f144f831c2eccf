import { TestBed } from '@angular/core/testing';
import { provideHttpClient, withInterceptors, HttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { authInterceptor, AuthService, provideAuth } from 'ngx-auth-kit';
import { provideAuthTesting } from './provide-auth-testing';

describe('provideAuthTesting in place of configuration by a function', () => {
  it('never calls the function, and waits for nothing', () => {
    const read = jasmine.createSpy('read').and.returnValue(new Promise(() => undefined));
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([authInterceptor])),
        provideHttpClientTesting(),
        provideAuth(read),
        provideAuthTesting({ user: { email: 'ada@example.com' } }),
      ],
    });
    expect(TestBed.inject(AuthService).isAuthenticated()).toBeTrue();
    TestBed.inject(HttpClient).get('/api/data').subscribe();
    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/data');
    expect(request.headers.get('Authorization')).toBe('Bearer test-token');
    expect(read).not.toHaveBeenCalled();
  });
});
