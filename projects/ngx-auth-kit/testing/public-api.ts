export type { AuthAnswer } from './session/auth-answer';
export type { AuthCall, AuthMethod } from './session/auth-call';
export { AuthTesting } from './session/auth-testing';
export type { AuthTestingOptions } from './session/auth-testing-options';
export { provideAuthTesting } from './session/provide-auth-testing';
export { testToken } from './session/test-token';

export { ChangePasswordHarness } from './harness/change-password-harness';
export type { PasswordChangeInput } from './harness/change-password-harness';
export type { CredentialInput } from './harness/credential-harness';
export { ForgotPasswordHarness } from './harness/forgot-password-harness';
export { LoginHarness } from './harness/login-harness';
export { RegisterHarness } from './harness/register-harness';
export { ResetPasswordHarness } from './harness/reset-password-harness';
export { StatusHarness } from './harness/status-harness';
export { VerifyEmailHarness } from './harness/verify-email-harness';
