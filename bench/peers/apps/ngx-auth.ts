import { HttpClient, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { importProvidersFrom, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import {
  AUTH_SERVICE,
  AuthModule,
  AuthService,
  PROTECTED_FALLBACK_PAGE_URI,
  protectedGuard,
  PUBLIC_FALLBACK_PAGE_URI,
} from 'ngx-auth';
import { BehaviorSubject, map, Observable, of, tap } from 'rxjs';
import { App, pages, Session } from '../../apps/app';

interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
}

/** The service that ngx-auth wants the app to write, as its README does. */
@Injectable()
class OwnAuth implements AuthService {
  private readonly http = inject(HttpClient);
  private readonly authorized = new BehaviorSubject(localStorage.getItem('token') !== null);

  isAuthorized(): Observable<boolean> {
    return this.authorized;
  }

  getAccessToken(): Observable<string | null> {
    return of(localStorage.getItem('token'));
  }

  refreshToken(): Observable<unknown> {
    const refresh_token = localStorage.getItem('refresh_token');
    return this.http
      .post<Tokens>('/api/refresh', { refresh_token })
      .pipe(tap((tokens) => this.store(tokens)));
  }

  refreshShouldHappen({ status }: { readonly status: number }): boolean {
    return status === 401;
  }

  verifyRefreshToken({ url }: { readonly url: string }): boolean {
    return url.endsWith('/refresh');
  }

  skipRequest(): boolean {
    return false;
  }

  getHeaders(token: string): Record<string, string> {
    return { Authorization: `Bearer ${token}` };
  }

  setInterruptedUrl(url: string): void {
    sessionStorage.setItem('interrupted', url);
  }

  login(email: string, password: string): Observable<void> {
    return this.http.post<Tokens>('/api/login', { email, password }).pipe(
      tap((tokens) => this.store(tokens)),
      map(() => undefined),
    );
  }

  private store({ access_token, refresh_token }: Tokens): void {
    localStorage.setItem('token', access_token);
    localStorage.setItem('refresh_token', refresh_token);
    this.authorized.next(true);
  }
}

@Injectable()
class NgxAuthSession extends Session {
  private readonly auth = inject(AUTH_SERVICE) as OwnAuth;

  override readonly isAuthenticated = toSignal(this.auth.isAuthorized(), { initialValue: false });

  override logIn(): void {
    this.auth.login('ada@example.com', 'secret').subscribe();
  }
}

void bootstrapApplication(App, {
  providers: [
    provideRouter(pages(protectedGuard)),
    provideHttpClient(withInterceptorsFromDi()),
    importProvidersFrom(AuthModule),
    { provide: AUTH_SERVICE, useClass: OwnAuth },
    { provide: PROTECTED_FALLBACK_PAGE_URI, useValue: '/' },
    { provide: PUBLIC_FALLBACK_PAGE_URI, useValue: '/login' },
    { provide: Session, useClass: NgxAuthSession },
  ],
});
