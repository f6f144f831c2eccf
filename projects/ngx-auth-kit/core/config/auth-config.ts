import { AuthBackend } from '../backends/auth-backend';
import { AuthStorage, AuthStorageKind } from '../storage/auth-storage';

/** Options of `provideAuth` and `AuthModule.forRoot`. Only `baseUrl` is required. */
export interface AuthConfig {
  /** Endpoint paths are appended to it: an `http(s)` URL, or a path on this origin (`/api`). */
  readonly baseUrl: string;
  /** What the backend speaks. Default: `flaskJwtAuth`. */
  readonly backend?: AuthBackend;
  /** The header that carries the token. Default: `Authorization`. */
  readonly headerName?: string;
  /** The scheme before the token; `''` sends the bare token. Default: the backend's, else `Bearer`. */
  readonly headerPrefix?: string;
  /** The storage key of the access token. Default: `token`. */
  readonly tokenKey?: string;
  /**
   * Where the session is kept: lasting, for the tab, for the page, or a storage of your own, whose methods
   * may return promises. Default: `local`.
   */
  readonly storage?: AuthStorageKind | AuthStorage;
  /**
   * Where the token may go: origins (`https://api.example.com`), optionally with a path, or paths
   * on this origin (`/api`). The auth endpoints always count. Default: the origin of `baseUrl`.
   */
  readonly allowedUrls?: readonly string[];
  /** The route where the guards send a visitor without a session. Default: `/login`. */
  readonly loginUrl?: string;
  /** The route after sign-in where no return URL is wanted. Default: `/status`. */
  readonly homeUrl?: string;
  /** How long an auth endpoint may take to answer, in milliseconds. Default: 30,000. */
  readonly requestTimeout?: number;
}

/** Gives configuration that is known at run time only, such as that of a file beside the app. */
export type AuthConfigFunction = () => AuthConfig | Promise<AuthConfig>;
