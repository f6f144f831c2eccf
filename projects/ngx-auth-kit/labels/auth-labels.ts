import { AuthErrorCode } from 'ngx-auth-kit/core';

/** A field that the components know, in words. */
export interface AuthFieldLabels {
  /** What the field is called. */
  readonly label: string;
  /** Said where it was left empty. */
  readonly missing: string;
}

/** What every form says. */
export interface AuthFormLabels {
  /** What it is called by screen readers and, with `authRoutes()`, by the window. */
  readonly title: string;
  /** On the button. */
  readonly submit: string;
  /** On the button while a request is under way. */
  readonly busy: string;
}

/**
 * Every text of the drop-in components in one language. A language is one object of this type, so a
 * text that it lacks does not compile. Whole sentences, because grammar does not survive gluing.
 * @see provideAuthLabels
 */
export interface AuthLabels {
  /** The language as a BCP 47 tag, e.g. `en` or `zh-Hans`; the components carry it as `lang`. */
  readonly language: string;
  /** Which way it is written; the components carry it as `dir`. */
  readonly direction: 'ltr' | 'rtl';
  /** The fields that the components know. */
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
  /** What is said of what was typed, before anything is sent. */
  readonly validation: {
    /** A field of the app's own was left empty. */
    readonly required: (label: string) => string;
    /** The new password does not meet the rules shown beside it. */
    readonly rules: string;
    readonly mismatch: string;
    /** An e-mail address that cannot be one, such as `ada@`. */
    readonly email: string;
    readonly terms: string;
  };
  /** Beside passwords. */
  readonly password: {
    readonly show: string;
    readonly hide: string;
    readonly capsLock: string;
  };
  /** Rules for new passwords. */
  readonly rules: {
    /** Read out beside a rule, which is otherwise told by a mark. */
    readonly met: string;
    readonly unmet: string;
    /** How long it must be. */
    readonly minLength: (characters: number) => string;
    readonly mixedCase: string;
    readonly digit: string;
    readonly symbol: string;
  };
  /** By `AuthError.code`. What the backend itself said of a refused request goes before. */
  readonly errors: Readonly<Record<AuthErrorCode, string>>;
  /** Told by the login and registration forms while it is unknown if the user is signed in. */
  readonly unreachable: string;
  /** Told by the login form after a session that the user did not end here: by `AuthEvent.type`. */
  readonly ended: {
    readonly expired: string;
    readonly refused: string;
    readonly idle: string;
    /** Another tab ended it, by a sign-out or otherwise. */
    readonly logout: string;
  };
  /** After too many attempts. */
  readonly wait: {
    /** How long to wait yet: e.g. “42 seconds”, in this language and with its plural. */
    readonly remaining: (duration: string) => string;
    readonly over: string;
  };
  /** Texts of `<auth-login>`. */
  readonly login: AuthFormLabels & {
    readonly remember: string;
    /** On its button where it asks for no password. */
    readonly continue: Pick<AuthFormLabels, 'submit' | 'busy'>;
    /** Likewise, where the backend sends a code next. */
    readonly sendCode: Pick<AuthFormLabels, 'submit' | 'busy'>;
  };
  /** Texts of its second step. */
  readonly secondFactor: AuthFormLabels & {
    readonly hint: string;
    readonly restart: string;
    /** On the button that has the code sent again. */
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
    /** Must not tell whether the account exists. */
    readonly done: string;
  };
  /** Texts of `<auth-reset-password>`. */
  readonly resetPassword: AuthFormLabels & {
    readonly hint: string;
    readonly done: string;
    /** The link of the mail is used up, too old or damaged. */
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
