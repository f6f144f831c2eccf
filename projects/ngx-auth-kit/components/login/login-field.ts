import { AuthField } from '../fields/auth-field';

/** A field of the login form: one that the labels name, or one of the app's own. */
export type LoginField = 'email' | 'username' | 'phone' | 'password' | AuthField;
