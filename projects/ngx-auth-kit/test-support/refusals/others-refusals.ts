import { aspNetIdentity } from '../../core/backends/asp-net-identity';
import { devise } from '../../core/backends/devise';
import { laravelSanctum } from '../../core/backends/laravel-sanctum';
import { nestJs } from '../../core/backends/nest-js';
import { springSecurity } from '../../core/backends/spring-security';
import { strapi } from '../../core/backends/strapi';
import { DEAD_LINK, Refusal } from './refusal';

/** The refusals of the other presets. */
export const OTHERS_REFUSALS: readonly Refusal[] = [
  [
    'nestJs, bad fields',
    nestJs,
    'login',
    {
      status: 400,
      body: {
        statusCode: 400,
        error: 'Bad Request',
        message: [
          'username should not be empty',
          'password must be longer than or equal to 8 characters',
          'password must be a string',
          'property admin should not exist',
        ],
      },
    },
    [
      'validation',
      'username should not be empty. password must be longer than or equal to 8 characters. ' +
        'password must be a string. property admin should not exist',
      {
        username: 'username should not be empty',
        password: 'password must be longer than or equal to 8 characters',
      },
    ],
  ],
  [
    'nestJs, a refusal in words',
    nestJs,
    'login',
    { status: 400, body: { statusCode: 400, message: 'Not today' } },
    ['rejected', 'Not today'],
  ],
  [
    'springSecurity, a duplicate',
    springSecurity,
    'register',
    { status: 400, body: { message: 'Error: Username is already taken!' } },
    ['rejected', 'Error: Username is already taken!'],
  ],
  [
    'springSecurity, binding errors',
    springSecurity,
    'register',
    {
      status: 400,
      body: {
        status: 400,
        message: 'Validation failed',
        errors: [{ field: 'email', defaultMessage: 'must be an address', code: 'Email' }],
      },
    },
    ['validation', 'Validation failed', { email: 'must be an address' }],
  ],
  [
    'springSecurity, a problem (RFC 9457)',
    springSecurity,
    'register',
    { status: 400, body: { title: 'Bad Request', detail: 'Invalid request content.' } },
    ['rejected', 'Invalid request content.'],
  ],
  [
    'springSecurity, a bad refresh token (a 403)',
    springSecurity,
    'refresh',
    { status: 403, body: { statusCode: 403, message: 'Refresh token is not in database!' } },
    ['session_expired'],
  ],
  [
    'laravelSanctum, a missing password (trap 3: a 422 that is a form error)',
    laravelSanctum,
    'login',
    {
      status: 422,
      body: {
        message: 'The email field is required. (and 1 more error)',
        errors: { email: ['The email field is required.'], password: ['Required.'] },
      },
    },
    [
      'validation',
      'The email field is required. (and 1 more error)',
      { email: 'The email field is required.', password: 'Required.' },
    ],
  ],
  [
    'laravelSanctum, too many attempts (also a 422)',
    laravelSanctum,
    'login',
    { status: 422, body: { errors: { email: ['Too many login attempts. Try in 57 seconds.'] } } },
    ['rate_limited'],
  ],
  [
    'laravelSanctum, a second factor that is due (a 200)',
    laravelSanctum,
    'login',
    { status: 200, body: { two_factor: true } },
    ['second_factor_required'],
  ],
  [
    'laravelSanctum, a 200 that says nothing',
    laravelSanctum,
    'login',
    { status: 200, body: {} },
    ['invalid_response'],
  ],
  [
    'laravelSanctum, a duplicate',
    laravelSanctum,
    'register',
    {
      status: 422,
      body: { message: 'Taken.', errors: { email: ['The email has already been taken.'] } },
    },
    ['validation', 'Taken.', { email: 'The email has already been taken.' }],
  ],
  [
    'laravelSanctum, a stale XSRF token',
    laravelSanctum,
    'register',
    { status: 419, body: { message: 'CSRF token mismatch.' } },
    ['rejected', 'CSRF token mismatch.'],
  ],
  [
    'laravelSanctum, a session that is over',
    laravelSanctum,
    'status',
    { status: 401, body: { message: 'Unauthenticated.' } },
    ['session_expired'],
  ],
  [
    'aspNetIdentity, a bad registration',
    aspNetIdentity,
    'register',
    {
      status: 400,
      body: {
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: {
          DuplicateUserName: ["Username 'a@b.c' is already taken."],
          DuplicateEmail: ["Email 'a@b.c' is already taken."],
          PasswordTooShort: ['Passwords must be at least 6 characters.'],
          PasswordRequiresDigit: ["Passwords must have at least one digit ('0'-'9')."],
          Age: ['Too young.'],
        },
      },
    },
    [
      'validation',
      undefined,
      {
        email: "Username 'a@b.c' is already taken.",
        password: 'Passwords must be at least 6 characters.',
        age: 'Too young.',
      },
    ],
  ],
  [
    'aspNetIdentity, an ill-formed address',
    aspNetIdentity,
    'register',
    { status: 400, body: { errors: { InvalidEmail: ["Email 'a' is invalid."] } } },
    ['validation', undefined, { email: "Email 'a' is invalid." }],
  ],
  [
    'aspNetIdentity, a second factor that is due',
    aspNetIdentity,
    'login',
    { status: 401, body: { title: 'Unauthorized', status: 401, detail: 'RequiresTwoFactor' } },
    ['second_factor_required'],
  ],
  [
    'aspNetIdentity, a wrong code',
    aspNetIdentity,
    'secondFactor',
    { status: 401, body: { status: 401, detail: 'Failed' } },
    ['invalid_credentials'],
  ],
  [
    'aspNetIdentity, a reset code that is no longer good',
    aspNetIdentity,
    'resetPassword',
    { status: 400, body: { errors: { InvalidToken: ['Invalid token.'] } } },
    DEAD_LINK,
  ],
  [
    'aspNetIdentity, a new password that is too short',
    aspNetIdentity,
    'resetPassword',
    { status: 400, body: { errors: { PasswordTooShort: ['Too short.'] } } },
    ['validation', undefined, { password: 'Too short.' }],
  ],
  [
    'aspNetIdentity, a confirmation that is no longer good',
    aspNetIdentity,
    'verifyEmail',
    { status: 401, body: '' },
    DEAD_LINK,
  ],
  [
    'aspNetIdentity, a wrong current password',
    aspNetIdentity,
    'changePassword',
    { status: 400, body: { errors: { PasswordMismatch: ['Incorrect password.'] } } },
    ['validation', undefined, { currentPassword: 'Incorrect password.' }],
  ],
  [
    'aspNetIdentity, a new password without a digit',
    aspNetIdentity,
    'changePassword',
    { status: 400, body: { errors: { PasswordRequiresDigit: ['No digit.'] } } },
    ['validation', undefined, { newPassword: 'No digit.' }],
  ],
  [
    'laravelSanctum, a wrong code (a 422)',
    laravelSanctum,
    'secondFactor',
    { status: 422, body: { errors: { code: ['The provided code was invalid.'] } } },
    ['invalid_credentials'],
  ],
  [
    'laravelSanctum, a reset token that is no longer good',
    laravelSanctum,
    'resetPassword',
    { status: 422, body: { message: 'Invalid.', errors: { email: ['Invalid token.'] } } },
    ['validation', 'Invalid.', { email: 'Invalid token.' }],
  ],
  [
    'laravelSanctum, a wrong current password',
    laravelSanctum,
    'changePassword',
    { status: 422, body: { errors: { current_password: ['Wrong.'], password: ['Short.'] } } },
    [
      'validation',
      undefined,
      {
        current_password: 'Wrong.',
        currentPassword: 'Wrong.',
        password: 'Short.',
        newPassword: 'Short.',
      },
    ],
  ],
  [
    'devise, a reset token that is no longer good',
    devise,
    'resetPassword',
    { status: 422, body: { errors: { reset_password_token: ['is invalid'] } } },
    DEAD_LINK,
  ],
  [
    'devise, a wrong current password',
    devise,
    'changePassword',
    { status: 422, body: { errors: { current_password: ['is invalid'] } } },
    ['validation', undefined, { current_password: 'is invalid', currentPassword: 'is invalid' }],
  ],
  [
    'strapi, a reset code that is no longer good',
    strapi,
    'resetPassword',
    { status: 400, body: { error: { message: 'Incorrect code provided' } } },
    DEAD_LINK,
  ],
  [
    'strapi, a wrong current password',
    strapi,
    'changePassword',
    { status: 400, body: { error: { message: 'The provided current password is invalid' } } },
    [
      'validation',
      'The provided current password is invalid',
      { currentPassword: 'The provided current password is invalid' },
    ],
  ],
  [
    'strapi, a new password that is too short',
    strapi,
    'changePassword',
    {
      status: 400,
      body: {
        error: {
          message: 'Too short',
          details: { errors: [{ path: ['password'], message: 'Too short' }] },
        },
      },
    },
    ['validation', 'Too short', { newPassword: 'Too short' }],
  ],
  [
    'aspNetIdentity, a bad refresh token',
    aspNetIdentity,
    'refresh',
    { status: 401 },
    ['session_expired'],
  ],
  [
    'devise, a bad registration (trap 3: a 422 that is a form error)',
    devise,
    'register',
    {
      status: 422,
      body: { errors: { email: ['has already been taken'], password: ['is too short', 'no'] } },
    },
    ['validation', undefined, { email: 'has already been taken', password: 'is too short' }],
  ],
  [
    'devise, a refusal in words',
    devise,
    'register',
    { status: 403, body: { error: 'Registration is closed.' } },
    ['rejected', 'Registration is closed.'],
  ],
  [
    'strapi, a missing field',
    strapi,
    'login',
    {
      status: 400,
      body: {
        error: {
          status: 400,
          message: 'identifier is a required field',
          details: {
            errors: [{ path: ['identifier'], message: 'identifier is a required field' }],
          },
        },
      },
    },
    ['validation', 'identifier is a required field', { email: 'identifier is a required field' }],
  ],
  [
    'strapi, a duplicate',
    strapi,
    'register',
    { status: 400, body: { error: { message: 'Email or Username are already taken' } } },
    ['rejected', 'Email or Username are already taken'],
  ],
  [
    'strapi, a blocked account',
    strapi,
    'login',
    {
      status: 400,
      body: { error: { message: 'Your account has been blocked by an administrator' } },
    },
    ['rejected', 'Your account has been blocked by an administrator'],
  ],
  [
    'strapi, a bad token',
    strapi,
    'status',
    { status: 401, body: { error: { message: 'Missing or invalid credentials' } } },
    ['session_expired'],
  ],
];
