import { inject, Injectable } from '@angular/core';
import { AUTH_CONFIG } from '../config/resolved-config';
import { CONFIGURED_STORAGE } from '../storage/configured-storage';
import { sessionKeys } from '../storage/session-keys';
import { SessionTokens, toSessionTokens } from './session-tokens';

/**
 * The session in storage: the access token under `tokenKey`, as it is, and the rest beside it as
 * JSON. The one place that talks to storage, but for the user's last activity.
 */
@Injectable({ providedIn: 'root' })
export class StoredSession {
  readonly #storage = inject(CONFIGURED_STORAGE);
  /** The key whose change tells other tabs. */
  readonly tokenKey = inject(AUTH_CONFIG).tokenKey;
  readonly #keys = sessionKeys(this.tokenKey);

  /** The stored tokens; null where there are none. What is malformed is removed. */
  read(): SessionTokens | null {
    const accessToken = this.#storage.get(this.tokenKey);
    if (accessToken === null) return null;
    const { refreshToken, expiresAt, sessionId } = parsedObject(this.#storage.get(this.#keys[1]));
    const tokens = toSessionTokens(
      {
        accessToken,
        refreshToken: typeof refreshToken === 'string' ? refreshToken : undefined,
        expiresAt: typeof expiresAt === 'number' ? new Date(expiresAt) : undefined,
      },
      typeof sessionId === 'string' ? sessionId : null,
    );
    if (!tokens) this.clear();
    return tokens;
  }

  write({ access, refresh, expiresAt, sessionId }: SessionTokens): void {
    // The token last: its change is what other tabs react to.
    if (refresh !== null || sessionId !== null || expiresAt !== access.expiresAt) {
      const details = { refreshToken: refresh, expiresAt, sessionId };
      this.#storage.set(this.#keys[1], JSON.stringify(details));
    } else {
      this.#storage.remove(this.#keys[1]);
    }
    this.#storage.set(this.tokenKey, access.value);
  }

  clear(): void {
    this.#keys.forEach((key) => this.#storage.remove(key));
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
