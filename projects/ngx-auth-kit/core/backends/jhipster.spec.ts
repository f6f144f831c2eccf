import { describePreset } from '../../test-support/exchanges/describe-preset';
import {
  ADA,
  CHANGE,
  EMAIL,
  FORGOT,
  NO_SIGN_IN,
  RESET,
  USERNAME,
  VERIFY,
} from '../../test-support/exchanges/exchange';
import { jhipster } from './jhipster';

const ACCOUNT = { id: 2, login: 'ada', email: ADA.email, authorities: ['ROLE_USER'] };
const PROBLEM = 'https://www.jhipster.tech/problem';

describePreset(
  'jhipster',
  {
    backend: jhipster,
    exchanges: {
      login: {
        input: { ...USERNAME, rememberMe: true },
        line: 'POST /authenticate',
        sends: { ...USERNAME, rememberMe: true },
        answer: { body: { id_token: 'access-1' }, headers: { Authorization: 'Bearer access-1' } },
        gives: null,
        access: 'access-1',
      },
      register: {
        input: { ...USERNAME, email: ADA.email },
        line: 'POST /register',
        sends: { login: 'ada', email: ADA.email, password: USERNAME.password },
        answer: { status: 201 },
        gives: NO_SIGN_IN,
        access: null,
      },
      status: {
        line: 'GET /account',
        proof: 'Bearer access-1',
        answer: { body: ACCOUNT },
        gives: ACCOUNT,
      },
      forgotPassword: {
        input: FORGOT,
        line: 'POST /account/reset-password/init',
        sends: ADA.email,
        answer: {},
      },
      resetPassword: {
        input: RESET,
        line: 'POST /account/reset-password/finish',
        sends: { key: 't/1', newPassword: EMAIL.password },
        answer: {},
      },
      verifyEmail: { input: VERIFY, line: 'GET /activate?key=t%2F1', answer: {} },
      changePassword: {
        input: CHANGE,
        line: 'POST /account/change-password',
        sends: CHANGE,
        proof: 'Bearer access-1',
        answer: {},
      },
    },
  },
  {
    'a wrong password': {
      call: 'login',
      answer: {
        status: 401,
        body: {
          type: `${PROBLEM}/problem-with-message`,
          title: 'Unauthorized',
          status: 401,
          detail: 'Bad credentials',
          message: 'error.http.401',
        },
      },
      code: 'invalid_credentials',
    },
    'a bad token': {
      call: 'status',
      answer: { status: 401, body: { title: 'Unauthorized', message: 'error.http.401' } },
      code: 'session_expired',
    },
    'a taken name': {
      call: 'register',
      answer: {
        status: 400,
        body: {
          type: `${PROBLEM}/login-already-used`,
          title: 'Login name already used!',
          status: 400,
          message: 'error.userexists',
          params: 'userManagement',
        },
      },
      code: 'rejected',
      message: 'Login name already used!',
    },
    'bad fields': {
      call: 'register',
      answer: {
        status: 400,
        body: {
          type: `${PROBLEM}/constraint-violation`,
          title: 'Method argument not valid',
          status: 400,
          message: 'error.validation',
          fieldErrors: [
            { objectName: 'managedUserVM', field: 'login', message: 'must not be blank' },
            { objectName: 'managedUserVM', field: 'email', message: 'must be an address' },
          ],
        },
      },
      code: 'validation',
      fields: {
        login: 'must not be blank',
        username: 'must not be blank',
        email: 'must be an address',
      },
    },
    'a short password': {
      call: 'register',
      answer: {
        status: 400,
        body: { type: `${PROBLEM}/invalid-password`, title: 'Incorrect password' },
      },
      code: 'validation',
      fields: { password: 'Incorrect password' },
    },
    'a reset key that is no longer good (a 500)': {
      call: 'resetPassword',
      answer: { status: 500, body: { title: 'No user was found for this reset key' } },
      code: 'server_error',
    },
    'a wrong current password': {
      call: 'changePassword',
      answer: {
        status: 400,
        body: { type: `${PROBLEM}/invalid-password`, title: 'Incorrect password' },
      },
      code: 'invalid_credentials',
    },
  },
);
