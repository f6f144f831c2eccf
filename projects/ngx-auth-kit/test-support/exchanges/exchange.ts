import { AuthBackend, AuthEndpointName } from '../../core/backends/auth-backend';
import { FakeAnswer } from '../fake-backend';

/** One call, what it sends, what the backend answers and what comes of it. */
export interface Exchange {
  readonly input?: unknown;
  /** `POST /login`. */
  readonly line: string;
  readonly sends?: unknown;
  /** The `Authorization` header. */
  readonly proof?: string;
  readonly answer: FakeAnswer;
  readonly gives?: unknown;
  /** The tokens held afterwards. */
  readonly access?: string | null;
  readonly refresh?: string | null;
  /** For `secondFactor`: what the login is answered before. */
  readonly challenge?: FakeAnswer;
}

/** What a preset says and understands. */
export interface Preset {
  readonly backend: AuthBackend;
  readonly exchanges: Partial<Record<AuthEndpointName, Exchange>>;
}

export const EMAIL = { email: 'ada@example.com', password: ' pä ss&= ' };
export const USERNAME = { username: 'ada', password: ' pä ss&= ' };
export const ADA = { id: 1, email: 'ada@example.com' };
/** What the methods of `AuthService` take, with whatever a mail may have brought. */
export const FORGOT = { email: ADA.email };
export const RESET = { token: 't/1', uid: 'Mg', email: ADA.email, password: EMAIL.password };
export const VERIFY = { token: 't/1', uid: 'Mg' };
export const CHANGE = { currentPassword: ' old ', newPassword: EMAIL.password };
export const NO_SIGN_IN = { user: null, authenticated: false };
