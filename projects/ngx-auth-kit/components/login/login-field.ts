import { AuthField } from '../fields/auth-field';

/** A field of the login form: one whose label the library has, or your own field. */
export type LoginField = 'email' | 'username' | 'phone' | 'password' | AuthField;
