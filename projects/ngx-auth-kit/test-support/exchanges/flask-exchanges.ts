import { flaskJwt } from '../../core/backends/flask-jwt';
import { flaskJwtAuth } from '../../core/backends/flask-jwt-auth';
import { flaskJwtExtended } from '../../core/backends/flask-jwt-extended';
import { flaskRestful } from '../../core/backends/flask-restful';
import { flaskSession } from '../../core/backends/flask-session';
import { ADA, EMAIL, NO_SIGN_IN, USERNAME, Preset } from './exchange';

/** The exchanges of the Flask presets. */
export const FLASK_EXCHANGES: Record<string, Preset> = {
  flaskJwtAuth: {
    backend: flaskJwtAuth,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { status: 'success', message: 'Hi', auth_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { status: 201, body: { status: 'success', message: 'Hi', auth_token: 'access-1' } },
        gives: { user: null, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /status',
        proof: 'Bearer access-1',
        answer: { body: { status: 'success', data: { user_id: 1, email: EMAIL.email } } },
        gives: { user_id: 1, email: EMAIL.email },
      },
      logout: {
        line: 'POST /logout',
        proof: 'Bearer access-1',
        answer: { body: { status: 'success', message: 'Bye' } },
      },
    },
  },
  flaskSession: {
    backend: flaskSession,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { result: true } },
        gives: null,
        access: null,
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { body: { result: 'success' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: { line: 'GET /status', answer: { body: { status: true } }, gives: null },
      logout: { line: 'GET /logout', answer: { body: { result: 'success' } } },
    },
  },
  flaskJwtExtended: {
    backend: flaskJwtExtended,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /login',
        sends: USERNAME,
        answer: { body: { access_token: 'access-1', refresh_token: 'refresh-1' } },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: USERNAME,
        line: 'POST /register',
        sends: USERNAME,
        answer: { status: 201, body: { message: 'User created' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: {
        line: 'GET /protected',
        proof: 'Bearer access-1',
        answer: { body: { logged_in_as: 'ada' } },
        gives: { username: 'ada' },
      },
      refresh: {
        line: 'POST /refresh',
        proof: 'Bearer refresh-1',
        answer: { body: { access_token: 'access-2' } },
        access: 'access-2',
        refresh: 'refresh-1',
      },
      logout: {
        line: 'DELETE /logout',
        proof: 'Bearer access-1',
        answer: { body: { msg: 'Access token revoked' } },
      },
    },
  },
  flaskJwt: {
    backend: flaskJwt,
    exchanges: {
      login: {
        input: { ...USERNAME, remember: true },
        line: 'POST /auth',
        sends: USERNAME,
        answer: { body: { access_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /protected',
        proof: 'JWT access-1',
        answer: { body: { message: 'Hi', current_identity: "User(id='1')" } },
        gives: { identity: "User(id='1')" },
      },
    },
  },
  flaskRestful: {
    backend: flaskRestful,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { body: { token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /users',
        proof: 'Bearer access-1',
        answer: { body: { users: [ADA] } },
        gives: null,
      },
    },
  },
};
