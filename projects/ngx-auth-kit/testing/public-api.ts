export type { AuthAnswer } from './session/auth-answer';
export type { AuthCall, AuthMethod } from './session/auth-call';
export { AuthTesting } from './session/auth-testing';
export type { AuthTestingOptions } from './session/auth-testing-options';
export { provideAuthTesting } from './session/provide-auth-testing';
export { testToken } from './session/test-token';

export { LoginHarness } from './harness/login-harness';
export { RegisterHarness } from './harness/register-harness';
export type { CredentialInput } from './harness/credential-harness';
export { StatusHarness } from './harness/status-harness';
