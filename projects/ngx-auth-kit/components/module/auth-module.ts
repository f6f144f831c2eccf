import { HTTP_INTERCEPTORS } from '@angular/common/http';
import { ModuleWithProviders, NgModule } from '@angular/core';
import {
  AuthConfig,
  AuthConfigFunction,
  AuthFeature,
  provideAuth,
  TokenInterceptor,
} from 'ngx-auth-kit/core';
import { AuthFieldComponent } from '../fields/auth-field-component';
import { LoginComponent } from '../login/login-component';
import { RegisterComponent } from '../register/register-component';
import { StatusComponent } from '../status/status-component';
import { ChangePasswordComponent } from '../change-password/change-password-component';
import { ForgotPasswordComponent } from '../forgot-password/forgot-password-component';
import { ResetPasswordComponent } from '../reset-password/reset-password-component';
import { VerifyEmailComponent } from '../verify-email/verify-email-component';

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
 * Sets up the library for an app with NgModules, and exports its components.
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
  /**
   * Returns the module with the providers of `provideAuth` and `TokenInterceptor`, for the root
   * module.
   */
  static forRoot(
    config: AuthConfig | AuthConfigFunction,
    ...features: AuthFeature[]
  ): ModuleWithProviders<AuthModule> {
    return {
      ngModule: AuthModule,
      providers: [
        provideAuth(config, ...features),
        { provide: HTTP_INTERCEPTORS, useClass: TokenInterceptor, multi: true },
      ],
    };
  }
}
