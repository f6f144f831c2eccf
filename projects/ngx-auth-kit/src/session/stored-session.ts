import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../config/resolved-config';
import { CONFIGURED_STORAGE } from '../storage/configured-storage';
import { SessionTokens, toSessionTokens } from './session-tokens';

/**
 * The session in storage: the access token under `tokenKey`, as it is, and the rest beside it as
 * JSON. The one place that talks to storage.
 */
@Injectable({ providedIn: 'root' })
export class StoredSession {
  private readonly storage = inject(CONFIGURED_STORAGE);
  private readonly tokenKey = inject(AUTH_CONFIG).tokenKey;
  private readonly detailsKey = `${this.tokenKey}.details`;

  /** The stored tokens; null where there are none. What is malformed is removed. */
  read(): SessionTokens | null {
    const accessToken: unknown = this.storage.get(this.tokenKey);
    if (accessToken === null || accessToken === undefined) return null;
    const tokens = toSessionTokens({ accessToken: accessToken as string, ...this.readDetails() });
    if (!tokens) this.clear();
    return tokens;
  }

  write({ access, refresh, expiresAt }: SessionTokens): void {
    // The token last: its change is what other tabs react to.
    if (refresh !== null || expiresAt !== access.expiresAt) {
      this.storage.set(this.detailsKey, JSON.stringify({ refreshToken: refresh, expiresAt }));
    } else {
      this.storage.remove(this.detailsKey);
    }
    this.storage.set(this.tokenKey, access.value);
  }

  clear(): void {
    this.storage.remove(this.tokenKey);
    this.storage.remove(this.detailsKey);
  }

  private readDetails(): { refreshToken?: string; expiresAt?: Date } {
    try {
      const details: unknown = JSON.parse(this.storage.get(this.detailsKey) ?? '{}');
      const { refreshToken, expiresAt } = (details ?? {}) as Record<string, unknown>;
      return {
        refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
        expiresAt: typeof expiresAt === 'number' ? new Date(expiresAt) : undefined,
      };
    } catch {
      // Garbage left by somebody else; the access token stands on its own.
      return {};
    }
  }
}
