import { aspNetIdentity } from '../../backends/asp-net-identity';
import { devise } from '../../backends/devise';
import { laravelSanctum } from '../../backends/laravel-sanctum';
import { nestJs } from '../../backends/nest-js';
import { springSecurity } from '../../backends/spring-security';
import { strapi } from '../../backends/strapi';
import { ADA, EMAIL, NO_SIGN_IN, USERNAME, Preset } from './exchange';

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
    },
  },
};
