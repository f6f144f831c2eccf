import { SignJWT, base64url, decodeProtectedHeader, errors, jwtVerify } from 'jose';

// Not jose's own type: some dialects put a number into `sub`.
export type Claims = Record<string, unknown>;

export type Verdict =
  | { readonly valid: true; readonly claims: Claims }
  | { readonly valid: false; readonly expired: boolean; readonly reason: string };

/** Signs and checks the tokens of one backend (HS256); refuses in PyJWT's words. */
export class TokenSigner {
  #key = newKey();

  /** A restarted server without a stored key: every token out there turns invalid. */
  rotateKey(): void {
    this.#key = newKey();
  }

  /** The key in base64url, so that a backend in a page outlives a reload. */
  exportKey(): string {
    return base64url.encode(this.#key);
  }

  importKey(key: string): void {
    this.#key = base64url.decode(key);
  }

  sign(claims: Claims): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(this.#key);
  }

  async verify(token: string, now: number, leeway = 0): Promise<Verdict> {
    const currentDate = new Date(now * 1_000);
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: ['HS256'],
        currentDate,
        clockTolerance: leeway,
      });
      // PyJWT refuses a token from the future, jose does not.
      if (payload.iat !== undefined && payload.iat > now + leeway) return refusal(immature('iat'));
      return { valid: true, claims: payload };
    } catch (error) {
      if (error instanceof errors.JWTExpired) return refusal('Signature has expired', true);
      if (error instanceof errors.JWTClaimValidationFailed) return refusal(immature(error.claim));
      return refusal(flaw(token));
    }
  }
}

function newKey(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

function refusal(reason: string, expired = false): Verdict {
  return { valid: false, expired, reason };
}

function immature(claim: string): string {
  return `The token is not yet valid (${claim})`;
}

function flaw(token: string): string {
  if (token.split('.').length < 3) return 'Not enough segments';
  try {
    const { alg } = decodeProtectedHeader(token);
    return alg === 'HS256'
      ? 'Signature verification failed'
      : 'The specified alg value is not allowed';
  } catch {
    // The header is not base64url, not JSON or not an object.
    return 'Invalid header padding';
  }
}
