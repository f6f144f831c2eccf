import { minLength, PasswordRule } from 'ngx-auth-kit';

// #region rules
/** Long enough, by NIST SP 800-63B, for a password that is all it takes to sign in. */
const LENGTH = 15;

/** The long ones of a much longer list: take one of passwords found in breaches. */
const COMMON = [
  '111111111111111',
  '123456789012345',
  'correcthorsebatterystaple',
  'iloveyouiloveyou',
  'passwordpassword',
  'qwertyuiopasdfgh',
];

/** Your backend has to look as well: this list only saves a round trip. */
export const notCommon: PasswordRule = {
  label: 'Not a common password',
  test: (password) => password !== '' && !COMMON.includes(bare(password)),
};

/** What this demo wants of a new password. No classes of characters: people know how to get round them. */
export const PASSWORD_RULES = [minLength(LENGTH), notCommon];

function bare(password: string): string {
  return password.toLowerCase().replaceAll(' ', '');
}
// #endregion
