export const dialectNames = [
  'flask-jwt-auth',
  'flask-session',
  'flask-jwt-extended',
  'flask-jwt',
  'flask-restful',
  'refresh-token',
] as const;
export type DialectName = (typeof dialectNames)[number];

export const endpointNames = [
  'login',
  'register',
  'status',
  'logout',
  'refresh',
  'secondFactor',
  'codeLogin',
  'resendCode',
  'forgotPassword',
  'resetPassword',
  'verifyEmail',
  'changePassword',
] as const;
export type EndpointName = (typeof endpointNames)[number];

/** How the backend behaves. Every option can be changed while it runs. */
export interface MockOptions {
  /** What the backend speaks. */
  dialect: DialectName;
  /** Seconds a token lives; null means the lifetime recorded for the dialect. */
  tokenLifetime: number | null;
  /** Seconds a refresh token lives; null means 30 days. */
  refreshTokenLifetime: number | null;
  /** Milliseconds every answer is held back. */
  latency: number;
  /** Milliseconds that an endpoint's answer is held back after the backend has acted. */
  lateAnswers: Partial<Record<EndpointName, number>>;
  /** 'error' answers 500 to everything; 'network' drops the connection. */
  outage: false | 'error' | 'network';
  /** Endpoints that answer 500. */
  failing: EndpointName[];
  /** Logins answered per minute before 429, or null for no limit. */
  rateLimit: number | null;
  /** Whether a refresh replaces the refresh token (refresh-token dialect). */
  rotation: boolean;
  /** Whether the second use of a replaced refresh token ends its whole session. */
  reuseDetection: boolean;
  /** true: CORS as recorded for the dialect; false: none; 'any': every origin, with credentials. */
  cors: boolean | 'any';
  /** Seconds the server's clock is ahead of the real time. */
  clockOffset: number;
}

export function defaultOptions(): MockOptions {
  return {
    dialect: 'flask-jwt-auth',
    tokenLifetime: null,
    refreshTokenLifetime: null,
    latency: 0,
    lateAnswers: {},
    outage: false,
    failing: [],
    rateLimit: null,
    rotation: true,
    reuseDetection: true,
    cors: true,
    clockOffset: 0,
  };
}
