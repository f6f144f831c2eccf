import { HTTP_INTERCEPTORS, provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
import { importProvidersFrom, inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router } from '@angular/router';
import {
  NB_AUTH_TOKEN_INTERCEPTOR_FILTER,
  NbAuthComponent,
  NbAuthJWTInterceptor,
  NbAuthJWTToken,
  NbAuthModule,
  NbAuthService,
  NbLoginComponent,
  NbPasswordAuthStrategy,
  NbRegisterComponent,
} from '@nebular/auth';
import { NbThemeModule } from '@nebular/theme';
import { map } from 'rxjs';
import { App, pages, Session } from '../../apps/app';

@Injectable()
class NebularSession extends Session {
  private readonly auth = inject(NbAuthService);

  override readonly isAuthenticated = toSignal(this.auth.onAuthenticationChange(), {
    initialValue: false,
  });

  override logIn(): void {
    this.auth.authenticate('email', { email: 'ada@example.com', password: 'secret' }).subscribe();
  }
}

function nebularGuard() {
  const router = inject(Router);
  return inject(NbAuthService)
    .isAuthenticated()
    .pipe(map((isAuthenticated) => isAuthenticated || router.parseUrl('/auth/login')));
}

void bootstrapApplication(App, {
  providers: [
    provideRouter([
      ...pages(nebularGuard),
      {
        path: 'auth',
        component: NbAuthComponent,
        children: [
          { path: 'login', component: NbLoginComponent },
          { path: 'register', component: NbRegisterComponent },
        ],
      },
    ]),
    provideHttpClient(withInterceptorsFromDi()),
    importProvidersFrom(
      NbThemeModule.forRoot(),
      NbAuthModule.forRoot({
        strategies: [
          NbPasswordAuthStrategy.setup({
            name: 'email',
            baseEndpoint: '/api',
            token: { class: NbAuthJWTToken, key: 'access_token' },
          }),
        ],
      }),
    ),
    { provide: HTTP_INTERCEPTORS, useClass: NbAuthJWTInterceptor, multi: true },
    { provide: NB_AUTH_TOKEN_INTERCEPTOR_FILTER, useValue: () => false },
    { provide: Session, useClass: NebularSession },
  ],
});
