import { AuthBackend } from '../backends/auth-backend';
import { flaskJwt } from '../backends/flask-jwt';
import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { flaskJwtExtended } from '../backends/flask-jwt-extended';
import { flaskRestful } from '../backends/flask-restful';
import { flaskSession } from '../backends/flask-session';
import { AuthErrorCode } from '../errors/auth-error';
import { realServer } from './real-server';

/** What a dialect promises beyond the preset that speaks it. */
export interface Dialect {
  readonly name: string;
  readonly backend: AuthBackend;
  /** Comes before the preset's paths. */
  readonly path: string;
  /** Whether pages of other origins may call it. */
  readonly cors: boolean;
  /** Ada's name in it. */
  readonly ada: string;
  readonly registrationSignsIn?: boolean;
  readonly duplicateMessage?: string;
  readonly missingField: AuthErrorCode;
  /** What the status answer says of Ada; null where it names nobody. */
  readonly adaUser: object | null;
  /** Whether logout makes the token worthless. */
  readonly revokes?: boolean;
  /** The claims of Ada's token beside its times. */
  readonly adaClaims?: object;
  /** The status code for a header without a scheme. */
  readonly malformedHeader?: number;
}

export const DIALECTS: readonly Dialect[] = [
  {
    name: 'flask-jwt-auth',
    backend: flaskJwtAuth,
    path: '/auth',
    cors: true,
    ada: 'ada@example.com',
    registrationSignsIn: true,
    duplicateMessage: 'User already exists. Please Log in.',
    missingField: 'server_error',
    adaUser: jasmine.objectContaining({ email: 'ada@example.com', admin: true, user_id: 1 }),
    revokes: true,
    adaClaims: { sub: 1 },
    malformedHeader: 401,
  },
  {
    name: 'flask-session',
    backend: flaskSession,
    path: '/api',
    cors: false,
    ada: 'ada@example.com',
    registrationSignsIn: false,
    duplicateMessage: 'this user is already registered',
    missingField: 'server_error',
    adaUser: null,
  },
  {
    name: 'flask-jwt-extended',
    backend: flaskJwtExtended,
    path: '',
    cors: false,
    ada: 'ada',
    registrationSignsIn: false,
    duplicateMessage: 'User already exists',
    missingField: 'rejected',
    adaUser: { username: 'ada' },
    revokes: true,
    adaClaims: { sub: 'ada', type: 'access', fresh: true, jti: 'of-an-old-token' },
    malformedHeader: 401,
  },
  {
    name: 'flask-jwt',
    backend: flaskJwt,
    path: '',
    cors: true,
    ada: 'ada',
    missingField: 'invalid_credentials',
    adaUser: { identity: "User(id='1')" },
    adaClaims: { identity: 1 },
    malformedHeader: 401,
  },
  {
    name: 'flask-restful',
    backend: flaskRestful,
    path: '/api',
    cors: false,
    ada: 'ada@example.com',
    missingField: 'server_error',
    adaUser: null,
    adaClaims: { sub: 1 },
    malformedHeader: 500,
  },
];

/** A running server of a dialect. */
export interface ContractServer {
  readonly kind: 'mock' | 'Flask';
  readonly dialect: Dialect;
  /** On Karma's own origin, for raw requests and for servers without CORS. */
  readonly proxied: string;
  /** As an app would configure it. */
  readonly baseUrl: string;
}

interface ContractConfig {
  readonly mockUrl: string;
}

declare const __karma__: { readonly config: ContractConfig };

const { mockUrl } = __karma__.config;

/** The five dialects of the mock backend and, where they run, the five Flask servers. */
export const SERVERS: readonly ContractServer[] = DIALECTS.flatMap((dialect) => {
  const { name, path, cors } = dialect;
  const mock = `/mock/${name}`;
  const servers: ContractServer[] = [
    {
      kind: 'mock',
      dialect,
      proxied: mock,
      baseUrl: cors ? `${mockUrl}/${name}${path}` : mock + path,
    },
  ];
  const flask = realServer(name);
  if (flask) {
    const baseUrl = (cors ? flask.url : flask.proxied) + path;
    servers.push({ kind: 'Flask', dialect, proxied: flask.proxied, baseUrl });
  }
  return servers;
});
