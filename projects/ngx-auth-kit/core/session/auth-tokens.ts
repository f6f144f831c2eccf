/** The tokens of a sign-in or refresh answer. */
export interface AuthTokens {
  /** The token that is sent with requests: a JWT or any opaque string. */
  readonly accessToken: string;
  /**
   * The token that gets the next access token (RFC 6749 §1.5). If it is absent, the current one
   * stays.
   */
  readonly refreshToken?: string;
  /** When the access token expires, if the answer says so. A JWT with `exp` does not need it. */
  readonly expiresAt?: Date;
}
