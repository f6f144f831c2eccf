import { djRestAuth } from '../../core/backends/dj-rest-auth';
import { djangoSimpleJwt } from '../../core/backends/django-simple-jwt';
import { fastApiUsers } from '../../core/backends/fast-api-users';
import { DEAD_LINK, Refusal } from './refusal';

/** The refusals of the Python presets. */
export const PYTHON_REFUSALS: readonly Refusal[] = [
  [
    'djangoSimpleJwt, a missing field',
    djangoSimpleJwt,
    'login',
    { status: 400, body: { username: ['This field may not be blank.', 'Really.'] } },
    ['validation', undefined, { username: 'This field may not be blank.' }],
  ],
  [
    'djangoSimpleJwt, a bad refresh token',
    djangoSimpleJwt,
    'refresh',
    { status: 401, body: { detail: 'Token is blacklisted', code: 'token_not_valid' } },
    ['session_expired'],
  ],
  [
    'djRestAuth, an ill-formed address at the login',
    djRestAuth,
    'login',
    { status: 400, body: { email: ['Enter a valid email address.'] } },
    ['validation', undefined, { email: 'Enter a valid email address.' }],
  ],
  [
    'djRestAuth, a bad registration',
    djRestAuth,
    'register',
    {
      status: 400,
      body: {
        username: ['A user with that username already exists.'],
        password1: ['This password is too short.', 'This password is too common.'],
        non_field_errors: ['No.'],
      },
    },
    [
      'validation',
      'No.',
      {
        username: 'A user with that username already exists.',
        password1: 'This password is too short.',
        password: 'This password is too short.',
      },
    ],
  ],
  [
    'djRestAuth, a bad token',
    djRestAuth,
    'status',
    { status: 401, body: { detail: 'Invalid token.' } },
    ['session_expired'],
  ],
  [
    'djRestAuth, a closed registration',
    djRestAuth,
    'register',
    { status: 403, body: { detail: 'Registration is closed.' } },
    ['rejected', 'Registration is closed.'],
  ],
  [
    'fastApiUsers, an address that is not verified',
    fastApiUsers,
    'login',
    { status: 400, body: { detail: 'LOGIN_USER_NOT_VERIFIED' } },
    ['rejected', 'Please verify your e-mail address first.'],
  ],
  [
    'fastApiUsers, a missing field at the login',
    fastApiUsers,
    'login',
    {
      status: 422,
      body: { detail: [{ loc: ['body', 'username'], msg: 'Field required', type: 'missing' }] },
    },
    ['validation', undefined, { email: 'Field required' }],
  ],
  [
    'fastApiUsers, a duplicate (no code is shown to people)',
    fastApiUsers,
    'register',
    { status: 400, body: { detail: 'REGISTER_USER_ALREADY_EXISTS' } },
    ['rejected', 'This e-mail address is already registered.'],
  ],
  [
    'fastApiUsers, a weak password',
    fastApiUsers,
    'register',
    { status: 400, body: { detail: { code: 'REGISTER_INVALID_PASSWORD', reason: 'Too short' } } },
    ['validation', undefined, { password: 'Too short' }],
  ],
  [
    'fastApiUsers, a weak password without a reason',
    fastApiUsers,
    'register',
    { status: 400, body: { detail: { code: 'REGISTER_INVALID_PASSWORD', reason: [] } } },
    ['validation', undefined, { password: 'This password is not accepted.' }],
  ],
  [
    'fastApiUsers, bad fields',
    fastApiUsers,
    'register',
    {
      status: 422,
      body: {
        detail: [
          { loc: ['body', 'email'], msg: 'not an address' },
          { loc: ['body', 'email'], msg: 'too long' },
          { loc: ['body', 'username'], msg: 'too short' },
        ],
      },
    },
    ['validation', undefined, { email: 'not an address', username: 'too short' }],
  ],
  [
    'fastApiUsers, an unknown code',
    fastApiUsers,
    'register',
    { status: 400, body: { detail: 'SOMETHING_NEW' } },
    ['rejected'],
  ],
  [
    'fastApiUsers, a bad token',
    fastApiUsers,
    'status',
    { status: 401, body: { detail: 'Unauthorized' } },
    ['session_expired'],
  ],
  [
    'djRestAuth, a reset token that is no longer good',
    djRestAuth,
    'resetPassword',
    { status: 400, body: { token: ['Invalid value'] } },
    DEAD_LINK,
  ],
  [
    'djRestAuth, a key that is no longer good',
    djRestAuth,
    'verifyEmail',
    { status: 404, body: { detail: 'Not found.' } },
    DEAD_LINK,
  ],
  [
    'djRestAuth, a new password that is too common',
    djRestAuth,
    'resetPassword',
    { status: 400, body: { new_password2: ['This password is too common.'] } },
    [
      'validation',
      undefined,
      {
        new_password2: 'This password is too common.',
        password: 'This password is too common.',
      },
    ],
  ],
  [
    'djRestAuth, a wrong current password',
    djRestAuth,
    'changePassword',
    { status: 400, body: { old_password: ['Your old password was entered incorrectly.'] } },
    [
      'validation',
      undefined,
      {
        old_password: 'Your old password was entered incorrectly.',
        currentPassword: 'Your old password was entered incorrectly.',
      },
    ],
  ],
  [
    'fastApiUsers, a reset token that is no longer good',
    fastApiUsers,
    'resetPassword',
    { status: 400, body: { detail: 'RESET_PASSWORD_BAD_TOKEN' } },
    DEAD_LINK,
  ],
  [
    'fastApiUsers, a new password that is refused',
    fastApiUsers,
    'resetPassword',
    {
      status: 400,
      body: { detail: { code: 'RESET_PASSWORD_INVALID_PASSWORD', reason: 'Too short' } },
    },
    ['validation', undefined, { password: 'Too short' }],
  ],
  [
    'fastApiUsers, a verification token that is no longer good',
    fastApiUsers,
    'verifyEmail',
    { status: 400, body: { detail: 'VERIFY_USER_BAD_TOKEN' } },
    DEAD_LINK,
  ],
  [
    'fastApiUsers, an address that is verified',
    fastApiUsers,
    'verifyEmail',
    { status: 400, body: { detail: 'VERIFY_USER_ALREADY_VERIFIED' } },
    ['rejected', 'This e-mail address is verified already.'],
  ],
];
