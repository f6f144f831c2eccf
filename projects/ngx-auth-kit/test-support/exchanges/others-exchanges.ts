import { aspNetIdentity } from '../../core/backends/asp-net-identity';
import { devise } from '../../core/backends/devise';
import { laravelSanctum } from '../../core/backends/laravel-sanctum';
import { nestJs } from '../../core/backends/nest-js';
import { springSecurity } from '../../core/backends/spring-security';
import { strapi } from '../../core/backends/strapi';
import {
  ADA,
  CHANGE,
  EMAIL,
  FORGOT,
  NO_SIGN_IN,
  Preset,
  RESET,
  USERNAME,
  VERIFY,
} from './exchange';

const TWICE = { password: EMAIL.password, password_confirmation: EMAIL.password };
const STRAPI_TWICE = { password: EMAIL.password, passwordConfirmation: EMAIL.password };

/** The exchanges of the other presets. */
export const OTHERS_EXCHANGES: Record<string, Preset> = {
  nestJs: {
    backend: nestJs,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /auth/login',
        sends: USERNAME,
        answer: { status: 201, body: { access_token: 'access-1' } },
        gives: null,
        access: 'access-1',
      },
      status: {
        line: 'GET /auth/profile',
        proof: 'Bearer access-1',
        answer: { body: { sub: 1, username: 'ada', iat: 1, exp: 2 } },
        gives: { sub: 1, username: 'ada', iat: 1, exp: 2 },
      },
    },
  },
  springSecurity: {
    backend: springSecurity,
    exchanges: {
      login: {
        input: USERNAME,
        line: 'POST /signin',
        sends: USERNAME,
        answer: {
          body: {
            accessToken: 'access-1',
            refreshToken: 'refresh-1',
            tokenType: 'Bearer',
            ...ADA,
            roles: ['ROLE_USER'],
          },
        },
        gives: { ...ADA, roles: ['ROLE_USER'] },
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: { ...USERNAME, email: ADA.email },
        line: 'POST /signup',
        sends: { ...USERNAME, email: ADA.email },
        answer: { body: { message: 'User registered successfully!' } },
        gives: NO_SIGN_IN,
        access: null,
      },
      refresh: {
        line: 'POST /refreshtoken',
        sends: { refreshToken: 'refresh-1' },
        answer: {
          body: { accessToken: 'access-2', refreshToken: 'refresh-1', tokenType: 'Bearer' },
        },
        access: 'access-2',
        refresh: 'refresh-1',
      },
      logout: {
        line: 'POST /signout',
        proof: 'Bearer access-1',
        answer: { body: { message: 'Log out successful!' } },
      },
    },
  },
  laravelSanctum: {
    backend: laravelSanctum,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: { status: 204 },
        gives: null,
        access: null,
      },
      register: {
        input: { ...EMAIL, name: 'Ada' },
        line: 'POST /register',
        sends: { ...EMAIL, name: 'Ada', password_confirmation: EMAIL.password },
        answer: { status: 204 },
        gives: { user: null, authenticated: true },
        access: null,
      },
      status: { line: 'GET /api/user', answer: { body: ADA }, gives: ADA },
      logout: { line: 'POST /logout', answer: { status: 204 } },
      secondFactor: {
        challenge: { body: { two_factor: true } },
        input: { code: '012345' },
        line: 'POST /two-factor-challenge',
        sends: { code: '012345' },
        answer: { status: 204 },
        gives: null,
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /forgot-password',
        sends: FORGOT,
        answer: { body: { status: 'We have emailed your password reset link.' } },
      },
      resetPassword: {
        input: RESET,
        line: 'POST /reset-password',
        sends: { token: 't/1', email: ADA.email, ...TWICE },
        answer: { body: { status: 'Your password has been reset.' } },
      },
      changePassword: {
        input: CHANGE,
        line: 'PUT /user/password',
        sends: { current_password: ' old ', ...TWICE },
        answer: { body: '' },
      },
    },
  },
  aspNetIdentity: {
    backend: aspNetIdentity,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /login',
        sends: EMAIL,
        answer: {
          body: {
            tokenType: 'Bearer',
            accessToken: 'access-1',
            expiresIn: 3600,
            refreshToken: 'refresh-1',
          },
        },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /register',
        sends: EMAIL,
        answer: { status: 200 },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: {
        line: 'GET /manage/info',
        proof: 'Bearer access-1',
        answer: { body: { email: ADA.email, isEmailConfirmed: true } },
        gives: { email: ADA.email, isEmailConfirmed: true },
      },
      refresh: {
        line: 'POST /refresh',
        sends: { refreshToken: 'refresh-1' },
        answer: {
          body: {
            tokenType: 'Bearer',
            accessToken: 'access-2',
            expiresIn: 3600,
            refreshToken: 'refresh-2',
          },
        },
        access: 'access-2',
        refresh: 'refresh-2',
      },
      secondFactor: {
        challenge: { status: 401, body: { status: 401, detail: 'RequiresTwoFactor' } },
        input: { code: '012345' },
        line: 'POST /login',
        sends: { ...EMAIL, twoFactorCode: '012345' },
        answer: { body: { accessToken: 'access-1', refreshToken: 'refresh-1' } },
        gives: null,
        access: 'access-1',
        refresh: 'refresh-1',
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /forgotPassword',
        sends: FORGOT,
        answer: { status: 200 },
      },
      resetPassword: {
        input: RESET,
        line: 'POST /resetPassword',
        sends: { email: ADA.email, resetCode: 't/1', newPassword: EMAIL.password },
        answer: { status: 200 },
      },
      verifyEmail: {
        input: VERIFY,
        line: 'GET /confirmEmail?userId=Mg&code=t%2F1',
        answer: { body: 'Thank you for confirming your email.' },
      },
      changePassword: {
        input: CHANGE,
        line: 'POST /manage/info',
        sends: { oldPassword: ' old ', newPassword: EMAIL.password },
        proof: 'Bearer access-1',
        answer: { body: { email: ADA.email, isEmailConfirmed: true } },
      },
    },
  },
  devise: {
    backend: devise,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /users/sign_in',
        sends: { user: EMAIL },
        answer: { status: 201, body: ADA, headers: { Authorization: 'Bearer access-1' } },
        gives: ADA,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /users',
        sends: { user: EMAIL },
        answer: { status: 201, body: { user: ADA }, headers: { Authorization: 'Bearer access-1' } },
        gives: { user: ADA, authenticated: true },
        access: 'access-1',
      },
      logout: {
        line: 'DELETE /users/sign_out',
        proof: 'Bearer access-1',
        answer: { status: 204 },
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /users/password',
        sends: { user: FORGOT },
        answer: { body: {} },
      },
      resetPassword: {
        input: RESET,
        line: 'PUT /users/password',
        sends: { user: { reset_password_token: 't/1', ...TWICE } },
        answer: { status: 204 },
      },
      changePassword: {
        input: CHANGE,
        line: 'PUT /users',
        sends: { user: { current_password: ' old ', ...TWICE } },
        proof: 'Bearer access-1',
        answer: { status: 204 },
      },
    },
  },
  strapi: {
    backend: strapi,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /auth/local',
        sends: { identifier: EMAIL.email, password: EMAIL.password },
        answer: { body: { jwt: 'access-1', user: ADA } },
        gives: ADA,
        access: 'access-1',
      },
      register: {
        input: EMAIL,
        line: 'POST /auth/local/register',
        sends: { ...EMAIL, username: EMAIL.email },
        answer: { body: { jwt: 'access-1', user: ADA } },
        gives: { user: ADA, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /users/me',
        proof: 'Bearer access-1',
        answer: { body: ADA },
        gives: ADA,
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /auth/forgot-password',
        sends: FORGOT,
        answer: { body: { ok: true } },
      },
      resetPassword: {
        input: RESET,
        line: 'POST /auth/reset-password',
        sends: { code: 't/1', ...STRAPI_TWICE },
        answer: { body: { jwt: 'access-9', user: ADA } },
      },
      changePassword: {
        input: CHANGE,
        line: 'POST /auth/change-password',
        sends: { currentPassword: ' old ', ...STRAPI_TWICE },
        proof: 'Bearer access-1',
        answer: { body: { jwt: 'access-9', user: ADA } },
        access: 'access-1',
      },
    },
  },
};
