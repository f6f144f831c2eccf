import { AuthErrorDetails } from '../errors/auth-error';

/** What a user reads whose link from a mail has expired or been used; some backends only send a code. */
export const DEAD_LINK: AuthErrorDetails = {
  code: 'rejected',
  message: 'This link is no longer valid. Please ask for a new one.',
};
