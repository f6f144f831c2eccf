import { ɵAUTH_ERROR_MESSAGES as AUTH_ERROR_MESSAGES } from 'ngx-auth-kit/core';
import { AuthLabels } from './auth-labels';

/** English. The default. */
export const authLabelsEn: AuthLabels = {
  language: 'en',
  direction: 'ltr',
  fields: {
    email: { label: 'E-mail', missing: 'Please enter your e-mail.' },
    username: { label: 'Username', missing: 'Please enter your username.' },
    password: { label: 'Password', missing: 'Please enter your password.' },
    newPassword: { label: 'New password', missing: 'Please enter a new password.' },
    currentPassword: {
      label: 'Current password',
      missing: 'Please enter your current password.',
    },
    confirmPassword: { label: 'Repeat password', missing: 'Please enter the password once more.' },
    code: { label: 'One-time code', missing: 'Please enter the code.' },
  },
  validation: {
    required: (label) => `“${label}” is required.`,
    rules: 'The password does not meet all requirements yet.',
    mismatch: 'The two passwords are not the same.',
    terms: 'Please accept the terms to go on.',
  },
  password: {
    show: 'Show password',
    hide: 'Hide password',
    capsLock: 'Caps lock is on.',
  },
  rules: {
    met: 'met',
    unmet: 'not met yet',
    minLength: (characters) =>
      characters === 1 ? 'At least 1 character' : `At least ${characters} characters`,
    mixedCase: 'Upper and lower case letters',
    digit: 'A digit',
    symbol: 'A symbol, such as ! or %',
  },
  errors: AUTH_ERROR_MESSAGES,
  wait: {
    remaining: (duration) => `You can try again in ${duration}.`,
    over: 'You can try again now.',
  },
  login: {
    title: 'Sign in',
    submit: 'Sign in',
    busy: 'Signing in…',
    remember: 'Keep me signed in',
  },
  secondFactor: {
    title: 'One more step',
    hint: 'Enter the one-time code from your authenticator app or from the message that you were sent.',
    submit: 'Confirm code',
    busy: 'Checking the code…',
    restart: 'Start over',
    wrongCode: 'This code is not correct. Please try the newest one.',
  },
  register: {
    title: 'Create account',
    submit: 'Create account',
    busy: 'Creating account…',
    terms: 'I accept the terms',
    done: 'Your account is ready.',
  },
  status: {
    pending: 'Checking who is signed in…',
    signedIn: 'You are signed in.',
    signedOut: 'You are not signed in.',
    signOut: 'Sign out',
    retry: 'Try again',
  },
  forgotPassword: {
    title: 'Forgot your password?',
    hint: 'Enter your e-mail address, and you will be sent a link to choose a new password.',
    submit: 'Send link',
    busy: 'Sending…',
    done: 'If an account exists for this address, a mail is on its way.',
  },
  resetPassword: {
    title: 'Choose a new password',
    hint: 'Afterwards you sign in with the new password.',
    submit: 'Save password',
    busy: 'Saving…',
    done: 'Your new password is saved.',
    invalidLink: 'This link has expired or has been used before.',
    requestLink: 'Ask for a new link',
  },
  verifyEmail: {
    title: 'Confirm your e-mail address',
    busy: 'Confirming your e-mail address…',
    done: 'Your e-mail address is confirmed.',
    invalidLink: 'This link has expired or has been used before.',
    retry: 'Try again',
  },
  changePassword: {
    title: 'Change your password',
    submit: 'Change password',
    busy: 'Saving…',
    done: 'Your password has been changed.',
    wrongPassword: 'The current password is not correct.',
  },
};
