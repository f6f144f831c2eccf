/** How the backend proves a session: tokens in bodies, cookies, or the refresh token alone in a cookie. */
export type Mode = 'token' | 'cookie' | 'hybrid';

/** What a message of the channel meets on its way. */
export type ChannelFault = 'deliver' | 'drop' | 'repeat' | 'late';

/** Everything about a world that stays the same while a story is told. */
export interface SimulationConfig {
  readonly mode: Mode;
  readonly storage: 'local' | 'session' | 'memory';
  /** Whether the app has `withTokenRefresh()`. */
  readonly refresh: boolean;
  /** The limit of `withIdleTimeout`, in seconds; null without the feature. */
  readonly idleAfter: number | null;
  /** How long ahead it warns, in seconds; 0: not at all. */
  readonly idleWarn: number;
  /** Whether the backend tells who is signed in. */
  readonly hasStatus: boolean;
  /** Whether the app has `withStatusCheck()`. */
  readonly statusCheck: boolean;
  /** Whether the browser has Web Locks. */
  readonly locks: boolean;
  /** Used in turn, one for each message and receiver. */
  readonly channel: readonly ChannelFault[];
  /** Used in turn, one for each way of a request or an answer, in milliseconds. */
  readonly latencies: readonly number[];
  /** In seconds. */
  readonly accessLifetime: number;
  /** In seconds; null for sessions that last. */
  readonly refreshLifetime: number | null;
  /** Strict: a refresh token that comes a second time ends the session. Lenient: it is accepted. */
  readonly rotation: 'none' | 'lenient' | 'strict';
  /** Whether logout ends the session at the backend; a stateless one only clears its cookies. */
  readonly logoutRevokes: boolean;
  /** Whether logout itself is refused (401) once the access token has expired. */
  readonly logoutNeedsAccess: boolean;
  /** How far the server's clock is ahead of real time, in milliseconds. */
  readonly serverSkew: number;
  /** How far the browser's clock is ahead of real time at first, in milliseconds. */
  readonly clientSkew: number;
}

/** A world without faults, for stories that change what matters to them. */
export const PLAIN: SimulationConfig = {
  mode: 'token',
  storage: 'local',
  refresh: true,
  idleAfter: null,
  idleWarn: 0,
  hasStatus: true,
  statusCheck: false,
  locks: true,
  channel: ['deliver'],
  latencies: [50],
  accessLifetime: 300,
  refreshLifetime: null,
  rotation: 'strict',
  logoutRevokes: true,
  logoutNeedsAccess: false,
  serverSkew: 0,
  clientSkew: 0,
};
