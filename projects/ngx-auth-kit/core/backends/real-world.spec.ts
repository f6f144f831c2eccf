import { describePreset } from '../../test-support/exchanges/describe-preset';
import { CHANGE, EMAIL } from '../../test-support/exchanges/exchange';
import { realWorld } from './real-world';

const PROFILE = { username: 'ada', email: EMAIL.email, bio: null, image: null };
const USER = { user: { ...PROFILE, token: 'access-1' } };

describePreset(
  'realWorld',
  {
    backend: realWorld,
    exchanges: {
      login: {
        input: EMAIL,
        line: 'POST /users/login',
        sends: { user: EMAIL },
        answer: { body: USER },
        gives: PROFILE,
        access: 'access-1',
      },
      register: {
        input: { ...EMAIL, username: 'ada' },
        line: 'POST /users',
        sends: { user: { ...EMAIL, username: 'ada' } },
        answer: { status: 201, body: USER },
        gives: { user: PROFILE, authenticated: true },
        access: 'access-1',
      },
      status: {
        line: 'GET /user',
        proof: 'Token access-1',
        answer: { body: USER },
        gives: PROFILE,
      },
      changePassword: {
        input: CHANGE,
        line: 'PUT /user',
        sends: { user: { password: EMAIL.password } },
        proof: 'Token access-1',
        answer: { body: { user: { ...PROFILE, token: 'access-9' } } },
        access: 'access-1',
      },
    },
  },
  {
    'a wrong password (a 422)': {
      call: 'login',
      answer: { status: 422, body: { errors: { 'email or password': ['is invalid'] } } },
      code: 'invalid_credentials',
    },
    'wrong credentials (a 401)': {
      call: 'login',
      answer: { status: 401, body: { errors: { credentials: ['invalid'] } } },
      code: 'invalid_credentials',
    },
    'a missing field': {
      call: 'login',
      answer: { status: 422, body: { errors: { password: ["can't be blank"] } } },
      code: 'validation',
      fields: { password: "can't be blank" },
    },
    'a duplicate': {
      call: 'register',
      answer: {
        status: 422,
        body: { errors: { email: ['has already been taken'], username: ['is taken', 'is short'] } },
      },
      code: 'validation',
      fields: { email: 'has already been taken', username: 'is taken' },
    },
    'an empty body': {
      call: 'register',
      answer: { status: 422, body: { errors: { body: ["can't be empty"] } } },
      code: 'validation',
      message: "can't be empty",
    },
    'a bad token': {
      call: 'status',
      answer: { status: 401, body: { errors: { token: ['is missing'] } } },
      code: 'session_expired',
    },
    'a new password that is too short': {
      call: 'changePassword',
      answer: { status: 422, body: { errors: { password: ['is too short'] } } },
      code: 'validation',
      fields: { password: 'is too short', newPassword: 'is too short' },
    },
  },
);
