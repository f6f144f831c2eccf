import { SetCookies } from '../browser/cookie-jar';
import { Exchange } from '../record/exchange';
import { SimulationConfig } from '../simulation-config';
import { CredentialStore } from './credential-store';
import { PASSWORD, UserName } from './credentials';
import { ServerSession, SessionDeath } from './server-session';

/** What the backend answers; cookies count once the answer is delivered. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly cookies: SetCookies;
}

const REFUSED: Answer = { status: 401, body: { message: 'Who are you?' }, cookies: {} };

/** The model of a backend: what a request does to its sessions, and what it answers. */
export class Backend {
  readonly credentials: CredentialStore;

  constructor(private readonly config: SimulationConfig) {
    this.credentials = new CredentialStore(config);
  }

  /** Does what a request asks for, at the moment when the backend gets to it. */
  process(exchange: Exchange, now: number): Answer {
    switch (exchange.endpoint) {
      case 'login':
        return this.#login(exchange, now);
      case 'refresh':
        return this.#refresh(exchange, now);
      case 'logout':
        return this.#logout(exchange, now);
      default:
        return this.#resource(exchange, now);
    }
  }

  /** An administrator ends every session of a user. */
  revoke(user: UserName): void {
    for (const session of this.credentials.sessions.values()) {
      if (session.user === user) this.#end(session, 'revoked');
    }
  }

  #login({ body }: Exchange, now: number): Answer {
    const { user, password } = body as { user: UserName; password: string };
    if (password !== PASSWORD) return REFUSED;
    const session = this.credentials.begin(user, now);
    return this.#grant(session, now, true);
  }

  #refresh(exchange: Exchange, now: number): Answer {
    const used = this.credentials.find(exchange.refreshToken);
    const session = used?.kind === 'refresh' ? this.credentials.sessionOf(used.value) : null;
    if (!used || !session?.isRefreshable(now)) return REFUSED;
    const { rotation } = this.config;
    if (rotation === 'strict' && used !== session.currentRefresh) {
      this.#end(session, 'reuse');
      return REFUSED;
    }
    return this.#grant(session, now, rotation !== 'none');
  }

  #logout(exchange: Exchange, now: number): Answer {
    const { mode, logoutNeedsAccess, logoutRevokes } = this.config;
    const isAccepted = this.credentials.accepted(exchange.accessToken, now) !== null;
    if (logoutNeedsAccess && !isAccepted) return REFUSED;
    const session =
      this.credentials.sessionOf(exchange.accessToken) ??
      this.credentials.sessionOf(exchange.cookies.refresh);
    if (session && (logoutRevokes || mode === 'token')) this.#end(session, 'logout');
    return { status: 200, body: {}, cookies: { access: null, refresh: null } };
  }

  #resource({ accessToken, endpoint }: Exchange, now: number): Answer {
    const session = this.credentials.accepted(accessToken, now);
    return session && endpoint !== 'closed'
      ? { status: 200, body: { user: userOf(session) }, cookies: {} }
      : REFUSED;
  }

  #grant(session: ServerSession, now: number, rotates: boolean): Answer {
    const { mode } = this.config;
    const access = this.credentials.issueAccess(session, now).value;
    const refresh = rotates ? this.credentials.issueRefresh(session).value : undefined;
    const body = {
      user: userOf(session),
      ...(mode === 'cookie' ? {} : { access }),
      ...(mode === 'token' ? { refresh } : {}),
    };
    const cookies = {
      ...(mode === 'cookie' ? { access } : {}),
      ...(mode === 'token' || refresh === undefined ? {} : { refresh }),
    };
    return { status: 200, body, cookies };
  }

  #end(session: ServerSession, death: SessionDeath): void {
    session.death ??= death;
  }
}

function userOf({ user, id }: ServerSession) {
  return { sub: user, sid: id };
}
