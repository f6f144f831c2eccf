import { inject, Injectable } from '@angular/core';
import { isObject } from '../../backends/property';
import { AUTH_CONFIG } from '../../config/resolved-config';
import { injectDevMessages } from '../../errors/dev-messages';
import { SyncStorage } from '../../storage/sync-storage';
import { CONFIGURED_STORAGE } from '../../storage/configured-storage';
import { NOTES_STORAGE } from '../../storage/notes-storage';
import { sessionKeys } from '../../storage/session-keys';
import { AuthTokens } from '../auth-tokens';
import { RememberMe } from '../remember-me/remember-me';
import { explainMalformed } from './explain-malformed';
import { randomId } from './random-id';
import { Session } from './session-state';
import { toSessionTokens } from './session-tokens';

/** What storage holds about a session. */
export interface StoredState {
  /** Its id is empty if something else than this library stored the token. */
  readonly session: Session | null;
  /** The session that was signed out, as long as the backend has not confirmed it. */
  readonly signedOut: string | null;
  /** When a refresh of this session failed last, in milliseconds by the client's clock. */
  readonly failedAt: number | null;
}

interface Details {
  readonly sessionId?: unknown;
  readonly version?: unknown;
  readonly subject?: unknown;
  readonly offset?: unknown;
  readonly user?: unknown;
  readonly refreshToken?: unknown;
  readonly expiresAt?: unknown;
  readonly failedAt?: unknown;
  readonly signedOut?: unknown;
  readonly token?: unknown;
}

/**
 * The session in storage: the access token under `tokenKey`, as it is, and the rest beside it as
 * JSON. The one place that talks to storage, except for the user's last activity. If a cookie proves
 * the session or buys its token, what is no secret is kept in a storage that all tabs share.
 */
@Injectable({ providedIn: 'root' })
export class StoredSession {
  readonly #config = inject(AUTH_CONFIG);
  readonly #storage = inject(CONFIGURED_STORAGE);
  readonly #notes = inject(NOTES_STORAGE);
  readonly #rememberMe = inject(RememberMe, { optional: true });
  readonly #messages = injectDevMessages();
  /** The keys whose change tells other tabs are the first two. */
  readonly keys = sessionKeys(this.#config.tokenKey);

  /** For a storage that answers promises: settles once all is written, and read again if wanted. */
  settled(readAgain: boolean): Promise<void> | undefined {
    return this.#storage.settled?.(readAgain);
  }

  /** Removes what is malformed. */
  read(): StoredState {
    const { usesCookie, sharesCookie, backend, headerPrefix } = this.#config;
    // The token first: with `withRememberMe()`, where it is, there is the session.
    const token = usesCookie ? null : this.#storage.get(this.keys[0]);
    const own = this.#details(this.#storage);
    const note = this.#notes === this.#storage ? own : this.#details(this.#notes);
    const signedOut = text(note.signedOut);
    // What this page alone knows is out of date once another tab has noted something else.
    const isOwn = !signedOut && note.sessionId === own.sessionId;
    const details = isOwn ? own : note;
    const accessToken = isOwn ? token : null;
    const { user } = details;
    const expiresAt = number(details.expiresAt);
    const kept: AuthTokens = {
      accessToken: accessToken as string,
      refreshToken: text(details.refreshToken) ?? undefined,
      expiresAt: expiresAt === null ? undefined : new Date(expiresAt),
    };
    const tokens = toSessionTokens(kept, headerPrefix);
    if (accessToken !== null && !tokens) {
      if (typeof ngDevMode === 'undefined' || ngDevMode) {
        explainMalformed(this.#messages, 'the stored session was removed', kept);
      }
      this.clear();
    }
    // Another tab may be between its two writes, or something else than this library wrote the token.
    const isWhole = !accessToken || (details.token ?? endOf(accessToken)) === endOf(accessToken);
    const id = (isWhole && text(details.sessionId)) || '';
    const isThere = tokens || (accessToken === null && id !== '' && sharesCookie);
    return {
      session: isThere
        ? {
            id,
            version: number(details.version) ?? 0,
            subject: text(details.subject),
            offset: number(details.offset) ?? 0,
            tokens,
            // Where an endpoint can tell, what is stored of the user would only grow old.
            ...(backend.endpoints.status ? null : { user: isObject(user) ? user : null }),
          }
        : null,
      signedOut,
      failedAt: number(note.failedAt),
    };
  }

  write({ id, version, subject, offset, tokens, user }: Session): void {
    const { usesCookie, sharesCookie } = this.#config;
    if (sharesCookie && (!tokens || this.#notes !== this.#storage)) {
      // Without a cookie session every tab counts the versions of a token of its own.
      this.#write(this.#notes, {
        sessionId: id,
        subject,
        version: usesCookie ? version : undefined,
        // Not beside tokens that the app wants forgotten with the page.
        user: this.#notes === this.#storage ? user : undefined,
      });
    }
    if (!tokens) return;
    const { access, refresh: refreshToken, expiresAt } = tokens;
    const stated = expiresAt === access.expiresAt ? undefined : expiresAt;
    this.#write(this.#storage, {
      sessionId: id,
      version,
      subject,
      offset,
      user,
      refreshToken,
      expiresAt: stated,
      token: endOf(access.value),
    });
    this.#storage.set(this.keys[0], access.value);
  }

  /** Whether no other tab has this storage, except for a copy of this tab. */
  isTabOnly(): boolean {
    const { storage, sharesCookie } = this.#config;
    return this.#rememberMe?.isTabOnly() ?? (storage === 'session' && !sharesCookie);
  }

  /** The id of the session in what stood under the second key; null if there is none. */
  idIn(value: string | null): string | null {
    return text(parsed(value).sessionId);
  }

  /** Notes beside the session that a refresh failed, for tabs that wait to do the same. */
  noteFailure(failedAt: number): void {
    const details = this.#details(this.#notes);
    this.#write(this.#notes, { ...details, failedAt });
  }

  /** Removes the session; leaves a note that it is to be signed out at the backend. */
  writeSignedOut(id: string | null): void {
    this.clear();
    if (this.#config.sharesCookie) this.#write(this.#notes, { signedOut: id ?? randomId() });
  }

  /** Removes the session. The backend may still have to be told that another one was signed out. */
  remove(): void {
    const signedOut = text(this.#details(this.#notes).signedOut);
    if (signedOut === null) this.clear();
    else this.writeSignedOut(signedOut);
  }

  /** Forgets what this page alone holds of a session that is over; the rest is another tab's to remove. */
  forget(): void {
    if (this.#notes !== this.#storage) this.keys.forEach((key) => this.#storage.remove(key));
  }

  clear(): void {
    for (const key of this.keys) {
      this.#storage.remove(key);
      if (this.#notes !== this.#storage) this.#notes.remove(key);
    }
  }

  #details(storage: SyncStorage): Details {
    return parsed(storage.get(this.keys[1]));
  }

  #write(storage: SyncStorage, details: Details): void {
    storage.set(this.keys[1], JSON.stringify(details));
  }
}

function parsed(json: string | null): Details {
  try {
    return Object(JSON.parse(json ?? '{}')) as Details;
  } catch {
    // Garbage left by somebody else counts as nothing: the access token stands on its own.
    return {};
  }
}

/** Enough to tell which token the details are about. */
function endOf(token: string): string {
  return token.slice(-8);
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
