import { AuthEndpointName, AuthService } from 'ngx-auth-kit/core';

/** The methods of `AuthService` that call the backend. */
export type AuthMethod = Extract<
  keyof AuthService,
  | 'login'
  | 'verifySecondFactor'
  | 'resendCode'
  | 'register'
  | 'checkStatus'
  | 'refresh'
  | 'logout'
  | 'forgotPassword'
  | 'resetPassword'
  | 'verifyEmail'
  | 'changePassword'
>;

/** What the backend would have been asked. */
export interface AuthCall {
  /** The method of `AuthService` that asked. */
  readonly method: AuthMethod;
  /** What the method was given; null where it takes nothing. */
  readonly input: unknown;
}

/** The method that calls an endpoint. */
export function methodOf(endpoint: AuthEndpointName): AuthMethod {
  switch (endpoint) {
    case 'status':
      return 'checkStatus';
    case 'secondFactor':
      return 'verifySecondFactor';
    default:
      return endpoint;
  }
}
