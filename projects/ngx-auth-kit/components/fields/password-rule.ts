import { AuthLabels } from 'ngx-auth-kit/labels';

/** A rule for a new password, shown beside the field. */
export interface PasswordRule {
  /** The label: a text, or a function that takes it from the labels. */
  readonly label: string | ((labels: AuthLabels) => string);
  /** Returns true if the password meets the rule. */
  test(password: string): boolean;
}

/**
 * Requires at least this many characters, as people count them: an emoji is one (NIST SP 800-63B
 * §3.1.1.2).
 */
export function minLength(characters: number): PasswordRule {
  return {
    label: ({ rules }) => rules.minLength(characters),
    test: (password) => [...password].length >= characters,
  };
}

/** Requires upper and lower case letters of any script that has them. */
export const mixedCase: PasswordRule = {
  label: ({ rules }) => rules.mixedCase,
  test: (password) => /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password),
};

/** Requires a digit of any script. */
export const digit: PasswordRule = {
  label: ({ rules }) => rules.digit,
  test: (password) => /\p{Nd}/u.test(password),
};

/** Requires a character that is not a letter, a digit or white space. */
export const symbol: PasswordRule = {
  label: ({ rules }) => rules.symbol,
  test: (password) => /[^\p{L}\p{M}\p{N}\s]/u.test(password),
};
