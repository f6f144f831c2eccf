import { djRestAuth } from '../../core/backends/dj-rest-auth';
import { djangoSimpleJwt } from '../../core/backends/django-simple-jwt';
import { fastApiUsers } from '../../core/backends/fast-api-users';
import { ADA, CHANGE, EMAIL, FORGOT, Preset, RESET, USERNAME, VERIFY } from './exchange';

/** The exchanges of the Python presets. */
export const PYTHON_EXCHANGES: Record<string, Preset> = {
  djangoSimpleJwt: {
    backend: djangoSimpleJwt,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /token/',
        sends: USERNAME,
        answer: { body: { access: 'access-1', refresh: 'refresh-1' } },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      refresh: {
        line: 'POST /token/refresh/',
        sends: { refresh: 'refresh-1' },
        answer: { body: { access: 'access-2', refresh: 'refresh-2' } },
        access: 'access-2',
        refresh: 'refresh-2',
      },
      logout: {
        line: 'POST /token/blacklist/',
        sends: { refresh: 'refresh-1' },
        answer: { body: {} },
      },
    },
  },
  djRestAuth: {
    backend: djRestAuth,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /login/',
        sends: USERNAME,
        answer: { body: { key: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: { ...USERNAME, email: ADA.email },
        line: 'POST /registration/',
        sends: {
          username: 'ada',
          email: ADA.email,
          password1: USERNAME.password,
          password2: USERNAME.password,
        },
        answer: { status: 201, body: { key: 'access-1' } },
        gives: { user: null, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /user/',
        proof: 'Token access-1',
        answer: { body: { pk: 1, username: 'ada', email: ADA.email } },
        gives: { pk: 1, username: 'ada', email: ADA.email },
      },
      logout: {
        line: 'POST /logout/',
        proof: 'Token access-1',
        answer: { body: { detail: 'Successfully logged out.' } },
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /password/reset/',
        sends: FORGOT,
        answer: { body: { detail: 'Password reset e-mail has been sent.' } },
      },
      resetPassword: {
        input: RESET,
        line: 'POST /password/reset/confirm/',
        sends: {
          uid: 'Mg',
          token: 't/1',
          new_password1: EMAIL.password,
          new_password2: EMAIL.password,
        },
        answer: { body: { detail: 'Password has been reset with the new password.' } },
      },
      verifyEmail: {
        input: VERIFY,
        line: 'POST /registration/verify-email/',
        sends: { key: 't/1' },
        answer: { body: { detail: 'ok' } },
      },
      changePassword: {
        input: CHANGE,
        line: 'POST /password/change/',
        sends: {
          old_password: ' old ',
          new_password1: EMAIL.password,
          new_password2: EMAIL.password,
        },
        proof: 'Token access-1',
        answer: { body: { detail: 'New password has been saved.' } },
      },
    },
  },
  fastApiUsers: {
    backend: fastApiUsers,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /auth/jwt/login',
        sends: 'username=ada%40example.com&password=+p%C3%A4+ss%26%3D+',
        answer: { body: { access_token: 'access-1', token_type: 'bearer' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /auth/register',
        sends: EMAIL,
        answer: { status: 201, body: { ...ADA, is_active: true } },
        gives: { user: { ...ADA, is_active: true }, authenticated: false },
        access: null,
      },
      status: {
        line: 'GET /users/me',
        proof: 'Bearer access-1',
        answer: { body: ADA },
        gives: ADA,
      },
      logout: {
        line: 'POST /auth/jwt/logout',
        proof: 'Bearer access-1',
        answer: { status: 204 },
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /auth/forgot-password',
        sends: FORGOT,
        answer: { status: 202, body: null },
      },
      resetPassword: {
        input: RESET,
        line: 'POST /auth/reset-password',
        sends: { token: 't/1', password: EMAIL.password },
        answer: { body: null },
      },
      verifyEmail: {
        input: VERIFY,
        line: 'POST /auth/verify',
        sends: { token: 't/1' },
        answer: { body: ADA },
      },
    },
  },
};
