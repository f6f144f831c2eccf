/** What a sign-in or refresh answer grants. */
export interface AuthTokens {
  /** Sent with requests. A JWT or any opaque string. */
  readonly accessToken: string;
  /** Buys the next access token (RFC 6749 §1.5). Absent: the current one stays. */
  readonly refreshToken?: string;
  /** When the access token expires, where the answer says so. A JWT's own `exp` needs no help. */
  readonly expiresAt?: Date;
}
