import { digit, minLength, mixedCase } from 'ngx-auth-kit';

/** What this demo wants of a new password, wherever one is chosen. */
// #region rules
export const PASSWORD_RULES = [minLength(12), mixedCase, digit];
// #endregion
