import { AuthEndpointName } from '../backends/auth-backend';

/** A call to an auth endpoint, as far as its XSRF value is concerned. */
export interface XsrfCall {
  readonly name: AuthEndpointName;
  /** Whether its XSRF value is fresh from the backend. */
  isRenewed: boolean;
}
