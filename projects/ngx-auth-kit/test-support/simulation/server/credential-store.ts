import { SimulationConfig } from '../simulation-config';
import { Credential, jwt, UserName } from './credentials';
import { ServerSession } from './server-session';

/** Every session and every credential that the backend ever gave out. */
export class CredentialStore {
  readonly sessions = new Map<string, ServerSession>();
  readonly #credentials = new Map<string, Credential>();
  #serial = 0;

  constructor(private readonly config: SimulationConfig) {}

  begin(user: UserName, now: number): ServerSession {
    const id = `s${this.sessions.size + 1}`;
    const session = new ServerSession(id, user, now, this.config.refreshLifetime);
    this.sessions.set(id, session);
    return session;
  }

  /** Issues an access token, with what the backend's own clock says. */
  issueAccess(session: ServerSession, now: number): Credential {
    const { id, user } = session;
    const { accessLifetime, serverSkew } = this.config;
    const iat = Math.floor((now + serverSkew) / 1000);
    const exp = iat + accessLifetime;
    const value = jwt({ sub: user, sid: id, iat, exp, n: ++this.#serial });
    session.lastAccess = this.#add({
      value,
      kind: 'access',
      sessionId: id,
      user,
      expiresAt: exp * 1000 - serverSkew,
    });
    return session.lastAccess;
  }

  /** Issues the refresh token that replaces the current one. */
  issueRefresh(session: ServerSession): Credential {
    const { id, user, refreshEndsAt } = session;
    const value = `refresh-${id}-${++this.#serial}`;
    session.currentRefresh = this.#add({
      value,
      kind: 'refresh',
      sessionId: id,
      user,
      expiresAt: refreshEndsAt,
    });
    return session.currentRefresh;
  }

  find(value: string | null | undefined): Credential | null {
    return this.#credentials.get(value ?? '') ?? null;
  }

  sessionOf(value: string | null | undefined): ServerSession | null {
    return this.sessions.get(this.find(value)?.sessionId ?? '') ?? null;
  }

  /** The session of an access token that is good now. */
  accepted(value: string | null, now: number): ServerSession | null {
    const credential = this.find(value);
    const session = this.sessionOf(value);
    const isGood =
      credential?.kind === 'access' && credential.expiresAt !== null && now < credential.expiresAt;
    return isGood && session?.death === null ? session : null;
  }

  /** Everything that must not be found at rest once its session is over. */
  credentialsIn(text: string): Credential[] {
    return [...this.#credentials.values()].filter(({ value }) => text.includes(value));
  }

  #add(credential: Credential): Credential {
    this.#credentials.set(credential.value, credential);
    return credential;
  }
}
