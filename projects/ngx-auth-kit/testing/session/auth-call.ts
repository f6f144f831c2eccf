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

/** A call that the backend would have got. */
export interface AuthCall {
  /** The method of `AuthService` that asked. */
  readonly method: AuthMethod;
  /** The argument of the method, or null if it has none. */
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
