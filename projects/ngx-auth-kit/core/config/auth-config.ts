import { AuthBackend } from '../backends/auth-backend';
import { AuthStorage, AuthStorageKind } from '../storage/auth-storage';

/** Options of `provideAuth` and `AuthModule.forRoot`. Only `baseUrl` is required. */
export interface AuthConfig {
  /**
   * An `http(s)` URL, or a path on the page's origin (`/api`). Endpoint paths are appended to it.
   */
  readonly baseUrl: string;
  /** Describes your backend: a preset, or your own object. Default: `flaskJwtAuth`. */
  readonly backend?: AuthBackend;
  /** The header that carries the token. Default: `Authorization`. */
  readonly headerName?: string;
  /**
   * The word before the token. `''` sends the token alone. Default: that of the backend, or
   * `Bearer`.
   */
  readonly headerPrefix?: string;
  /** The storage key of the access token. Default: `token`. */
  readonly tokenKey?: string;
  /**
   * Where the session is kept: `local`, `session` or `memory` (see {@link AuthStorageKind}), or
   * your own storage, whose methods may return promises. Default: `local`.
   */
  readonly storage?: AuthStorageKind | AuthStorage;
  /**
   * Where the token may go: origins (`https://api.example.com`), with or without a path, or paths
   * on the page's origin (`/api`). The auth endpoints are always allowed. Default: the origin of
   * `baseUrl`.
   */
  readonly allowedUrls?: readonly string[];
  /** The route where guards send visitors without a session. Default: `/login`. */
  readonly loginUrl?: string;
  /** The route after sign-in if there is no valid return URL. Default: `/status`. */
  readonly homeUrl?: string;
  /**
   * How long an auth endpoint, or a storage with promises, may take, in milliseconds. Default:
   * 30,000.
   */
  readonly requestTimeout?: number;
}

/** Returns configuration that is known only at run time, for example from a file beside the app. */
export type AuthConfigFunction = () => AuthConfig | Promise<AuthConfig>;
