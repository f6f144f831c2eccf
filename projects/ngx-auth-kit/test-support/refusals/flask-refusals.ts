import { flaskJwt } from '../../core/backends/flask-jwt';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { flaskJwtExtended } from '../../core/backends/flask-jwt-extended';
import { flaskRestful } from '../../core/backends/flask-restful';
import { flaskSession } from '../../core/backends/flask-session';
import { Refusal } from './refusal';

const HTML = '<!doctype html><h1>Internal Server Error</h1>';

/** The refusals of the Flask presets. */
export const FLASK_REFUSALS: readonly Refusal[] = [
  [
    'flaskJwtAuth, a duplicate (trap 1: a 202)',
    flaskJwtAuth,
    'register',
    { status: 202, body: { status: 'fail', message: 'User already exists. Please Log in.' } },
    ['rejected', 'User already exists. Please Log in.'],
  ],
  [
    'flaskJwtAuth, a missing field',
    flaskJwtAuth,
    'login',
    { status: 500, body: { status: 'fail', message: 'Try again' } },
    ['server_error'],
  ],
  [
    'flaskJwtAuth, a blacklisted token',
    flaskJwtAuth,
    'status',
    { status: 401, body: { status: 'fail', message: 'Token blacklisted.' } },
    ['session_expired'],
  ],
  [
    'flaskSession, a duplicate (trap 1: a 200 with text that is truthy)',
    flaskSession,
    'register',
    { status: 200, body: { result: 'this user is already registered' } },
    ['rejected', 'this user is already registered'],
  ],
  [
    'flaskSession, a registration that says true (trap 1)',
    flaskSession,
    'register',
    { status: 200, body: { result: true } },
    ['rejected'],
  ],
  [
    'flaskSession, a status in words (trap 1)',
    flaskSession,
    'status',
    { status: 200, body: { status: 'false' } },
    ['session_expired'],
  ],
  [
    'flaskSession, a missing field (HTML)',
    flaskSession,
    'login',
    { status: 500, body: HTML },
    ['server_error'],
  ],
  [
    'flaskSession, the wrong method',
    flaskSession,
    'register',
    { status: 405, body: HTML },
    ['rejected'],
  ],
  [
    'flaskSession, a session that is over (a 200)',
    flaskSession,
    'status',
    { status: 200, body: { status: false } },
    ['session_expired'],
  ],
  [
    'flaskJwtExtended, a duplicate',
    flaskJwtExtended,
    'register',
    { status: 400, body: { message: 'User already exists' } },
    ['rejected', 'User already exists'],
  ],
  [
    'flaskJwtExtended, an invalid token (trap 3: a 422)',
    flaskJwtExtended,
    'status',
    { status: 422, body: { msg: 'Signature verification failed' } },
    ['session_expired'],
  ],
  [
    'flaskJwtExtended, an access token for a refresh token',
    flaskJwtExtended,
    'refresh',
    { status: 422, body: { msg: 'Only refresh tokens are allowed' } },
    ['session_expired'],
  ],
  [
    'flaskJwtExtended, a revoked refresh token',
    flaskJwtExtended,
    'refresh',
    { status: 401, body: { msg: 'Token has been revoked' } },
    ['session_expired'],
  ],
  [
    'flaskJwtExtended, a stale token where a fresh one is due (trap 4)',
    flaskJwtExtended,
    'status',
    { status: 401, body: { msg: 'Fresh token required' } },
    ['rejected', 'Fresh token required'],
  ],
  [
    'flaskJwt, an invalid token',
    flaskJwt,
    'status',
    { status: 401, body: { error: 'Invalid token', description: 'Signature has expired' } },
    ['session_expired'],
  ],
  [
    'flaskJwt, a wrong request',
    flaskJwt,
    'login',
    { status: 400, body: { error: 'Bad Request', description: 'No JSON' } },
    ['rejected', 'No JSON'],
  ],
  [
    'flaskJwt, an error without description',
    flaskJwt,
    'login',
    { status: 400, body: { error: 'Bad Request' } },
    ['rejected', 'Bad Request'],
  ],
  [
    'flaskRestful, a missing field',
    flaskRestful,
    'login',
    { status: 500, body: { message: 'Internal Server Error' } },
    ['server_error'],
  ],
  [
    'flaskRestful, an expired token',
    flaskRestful,
    'status',
    { status: 401, body: { message: 'Token has expired' } },
    ['session_expired'],
  ],
];
