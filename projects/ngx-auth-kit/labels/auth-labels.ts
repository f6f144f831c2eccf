import { AuthErrorCode } from 'ngx-auth-kit/core';

/** Texts of a field that the components have. */
export interface AuthFieldLabels {
  /** The label. */
  readonly label: string;
  /** The message if it is empty. */
  readonly missing: string;
}

/** Texts that every form has. */
export interface AuthFormLabels {
  /** The title for screen readers and, with `authRoutes()`, for the window. */
  readonly title: string;
  /** The text of the button. */
  readonly submit: string;
  /** The text of the button during a request. */
  readonly busy: string;
}

/**
 * Every text of the components, in one language. A language is one object of this type. If a text
 * is missing, it does not compile. Texts are whole sentences, because grammar differs between
 * languages.
 * @see provideAuthLabels
 */
export interface AuthLabels {
  /** The language as a BCP 47 tag, such as `en` or `zh-Hans`. The components set it as `lang`. */
  readonly language: string;
  /** The direction of the script. The components set it as `dir`. */
  readonly direction: 'ltr' | 'rtl';
  /** Texts of the fields that the components have. */
  readonly fields: {
    readonly email: AuthFieldLabels;
    readonly username: AuthFieldLabels;
    readonly phone: AuthFieldLabels;
    readonly password: AuthFieldLabels;
    readonly newPassword: AuthFieldLabels;
    readonly currentPassword: AuthFieldLabels;
    readonly confirmPassword: AuthFieldLabels;
    /** The one-time code of a second factor. */
    readonly code: AuthFieldLabels;
  };
  /** Messages about values in the form, before anything is sent. */
  readonly validation: {
    /** Your own field is empty. */
    readonly required: (label: string) => string;
    /** The new password does not meet the rules beside it. */
    readonly rules: string;
    readonly mismatch: string;
    /** The e-mail address cannot be valid, such as `ada@`. */
    readonly email: string;
    readonly terms: string;
  };
  /** Texts beside passwords. */
  readonly password: {
    readonly show: string;
    readonly hide: string;
    readonly capsLock: string;
  };
  /** Rules for new passwords. */
  readonly rules: {
    /** Read by screen readers beside a rule, which otherwise has only a mark. */
    readonly met: string;
    readonly unmet: string;
    /** The minimum length. */
    readonly minLength: (characters: number) => string;
    readonly mixedCase: string;
    readonly digit: string;
    readonly symbol: string;
  };
  /**
   * Texts for each `AuthError.code`. If the backend has a text for the user, that text is shown
   * instead.
   */
  readonly errors: Readonly<Record<AuthErrorCode, string>>;
  /** Shown by the login and registration forms if it is unknown if the user is signed in. */
  readonly unreachable: string;
  /**
   * Shown by the login form if the user did not end the session in this tab, by `AuthEvent.type`.
   */
  readonly ended: {
    readonly expired: string;
    readonly refused: string;
    readonly idle: string;
    /** Another tab ended it, with a sign-out or otherwise. */
    readonly logout: string;
  };
  /** Texts after too many attempts. */
  readonly wait: {
    /**
     * The remaining time, such as "42 seconds". The argument is in the language of the labels, with
     * its plural.
     */
    readonly remaining: (duration: string) => string;
    readonly over: string;
  };
  /** Texts of `<auth-login>`. */
  readonly login: AuthFormLabels & {
    readonly remember: string;
    /** The button if the form asks for no password. */
    readonly continue: Pick<AuthFormLabels, 'submit' | 'busy'>;
    /** The button if the form asks for no password and the backend sends a code. */
    readonly sendCode: Pick<AuthFormLabels, 'submit' | 'busy'>;
  };
  /** Texts of the second step of `<auth-login>`. */
  readonly secondFactor: AuthFormLabels & {
    readonly hint: string;
    readonly restart: string;
    /** The button that sends the code again. */
    readonly resend: string;
    /** The code was sent again. */
    readonly resent: string;
    readonly wrongCode: string;
  };
  /** Texts of `<auth-register>`. */
  readonly register: AuthFormLabels & {
    readonly terms: string;
    /** The account exists, and the user must sign in. */
    readonly done: string;
    /** The account exists, and the user must confirm the e-mail address before signing in. */
    readonly confirmEmail: string;
  };
  /** Texts of `<auth-status>`. */
  readonly status: {
    readonly pending: string;
    readonly signedIn: string;
    readonly signedOut: string;
    readonly signOut: string;
    readonly retry: string;
  };
  /** Texts of `<auth-forgot-password>`. */
  readonly forgotPassword: AuthFormLabels & {
    readonly hint: string;
    /** This text must not tell if the account exists. */
    readonly done: string;
  };
  /** Texts of `<auth-reset-password>`. */
  readonly resetPassword: AuthFormLabels & {
    readonly hint: string;
    readonly done: string;
    /** The link of the e-mail is used, expired or damaged. */
    readonly invalidLink: string;
    readonly requestLink: string;
  };
  /** Texts of `<auth-verify-email>`. */
  readonly verifyEmail: {
    readonly title: string;
    readonly busy: string;
    readonly done: string;
    readonly invalidLink: string;
    readonly retry: string;
  };
  /** Texts of `<auth-change-password>`. */
  readonly changePassword: AuthFormLabels & {
    readonly done: string;
    readonly wrongPassword: string;
  };
}
