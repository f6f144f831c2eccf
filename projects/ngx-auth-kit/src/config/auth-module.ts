import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { ModuleWithProviders, NgModule } from '@angular/core';
import { AuthFieldComponent } from '../components/fields/auth-field-component';
import { LoginComponent } from '../components/login/login-component';
import { RegisterComponent } from '../components/register/register-component';
import { StatusComponent } from '../components/status/status-component';
import { ChangePasswordComponent } from '../components/change-password/change-password-component';
import { ForgotPasswordComponent } from '../components/forgot-password/forgot-password-component';
import { ResetPasswordComponent } from '../components/reset-password/reset-password-component';
import { VerifyEmailComponent } from '../components/verify-email/verify-email-component';
import { TokenInterceptor } from '../http/token-interceptor';
import { AuthConfig } from './auth-config';
import { AuthFeature } from './auth-feature';
import { provideAuth } from './provide-auth';

const COMPONENTS = [
  AuthFieldComponent,
  ChangePasswordComponent,
  ForgotPasswordComponent,
  LoginComponent,
  RegisterComponent,
  ResetPasswordComponent,
  StatusComponent,
  VerifyEmailComponent,
];

/**
 * Sets the library up for an app of NgModules and exports its components.
 *
 * ```ts
 * imports: [AuthModule.forRoot({ baseUrl: 'http://localhost:5000/auth' })],
 * providers: [provideHttpClient(withInterceptorsFromDi())],
 * ```
 */
@NgModule({
  imports: COMPONENTS,
  exports: COMPONENTS,
})
export class AuthModule {
  /** Providers for the root module: those of `provideAuth`, and the class interceptor. */
  static forRoot(config: AuthConfig, ...features: AuthFeature[]): ModuleWithProviders<AuthModule> {
    return {
      ngModule: AuthModule,
      providers: [
        provideAuth(config, ...features),
        { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
      ],
    };
  }
}
