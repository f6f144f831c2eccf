import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../config/resolved-config';
import { CONFIGURED_STORAGE } from '../storage/configured-storage';
import { sessionKeys } from '../storage/session-keys';
import { AuthTokens } from './auth-tokens';
import { SessionTokens, toSessionTokens } from './session-tokens';

/**
 * The session in storage: the access token under `tokenKey`, as it is, and the rest beside it as
 * JSON. The one place that talks to storage.
 */
@Injectable({ providedIn: 'root' })
export class StoredSession {
  private readonly storage = inject(CONFIGURED_STORAGE);
  /** The key whose change tells other tabs. */
  readonly tokenKey = inject(AUTH_CONFIG).tokenKey;
  private readonly keys = sessionKeys(this.tokenKey);
  private readonly detailsKey = this.keys[1];
  private readonly activityKey = this.keys[2];

  /** The stored tokens; null where there are none. What is malformed is removed. */
  read(): SessionTokens | null {
    const accessToken: unknown = this.storage.get(this.tokenKey);
    if (accessToken === null || accessToken === undefined) return null;
    const { sessionId, ...details } = this.readDetails();
    const tokens = toSessionTokens({ accessToken: accessToken as string, ...details }, sessionId);
    if (!tokens) this.clear();
    return tokens;
  }

  write({ access, refresh, expiresAt, sessionId }: SessionTokens): void {
    // The token last: its change is what other tabs react to.
    if (refresh !== null || sessionId !== null || expiresAt !== access.expiresAt) {
      const details = { refreshToken: refresh, expiresAt, sessionId };
      this.storage.set(this.detailsKey, JSON.stringify(details));
    } else {
      this.storage.remove(this.detailsKey);
    }
    this.storage.set(this.tokenKey, access.value);
  }

  clear(): void {
    this.keys.forEach((key) => this.storage.remove(key));
  }

  /** When the user was last active in any tab, in milliseconds since 1970; null where unknown. */
  readActivity(): number | null {
    const moment = Number(this.storage.get(this.activityKey) ?? NaN);
    return Number.isFinite(moment) ? moment : null;
  }

  writeActivity(moment: number): void {
    this.storage.set(this.activityKey, String(moment));
  }

  private readDetails(): Partial<Omit<AuthTokens, 'accessToken'>> & { sessionId: string | null } {
    const { refreshToken, expiresAt, sessionId } = parsedObject(this.storage.get(this.detailsKey));
    return {
      refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
      expiresAt: typeof expiresAt === 'number' ? new Date(expiresAt) : undefined,
      sessionId: typeof sessionId === 'string' ? sessionId : null,
    };
  }
}

/** Garbage left by somebody else counts as nothing: the access token stands on its own. */
function parsedObject(json: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(json ?? '{}')) as Record<string, unknown>;
  } catch {
    return {};
  }
}
