import { AuthLabels } from 'ngx-auth-kit/labels';

/** A condition that a new password must meet, shown beside the field. */
export interface PasswordRule {
  /** A text, or a function that takes it from the labels. */
  readonly label: string | ((labels: AuthLabels) => string);
  /** Whether the password meets it. */
  test(password: string): boolean;
}

/** At least this many characters, as people count them: an emoji is one (NIST SP 800-63B §3.1.1.2). */
export function minLength(characters: number): PasswordRule {
  return {
    label: ({ rules }) => rules.minLength(characters),
    test: (password) => [...password].length >= characters,
  };
}

/** Upper and lower case letters of any script that has them. */
export const mixedCase: PasswordRule = {
  label: ({ rules }) => rules.mixedCase,
  test: (password) => /\p{Lu}/u.test(password) && /\p{Ll}/u.test(password),
};

/** A digit of any script. */
export const digit: PasswordRule = {
  label: ({ rules }) => rules.digit,
  test: (password) => /\p{Nd}/u.test(password),
};

/** Something that is neither letter nor digit nor white space. */
export const symbol: PasswordRule = {
  label: ({ rules }) => rules.symbol,
  test: (password) => /[^\p{L}\p{M}\p{N}\s]/u.test(password),
};
