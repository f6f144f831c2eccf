import { AuthField } from '../fields/auth-field';

/** A field of the registration form: one that the labels name, or one of the app's own. */
export type RegisterField = 'email' | 'username' | 'phone' | 'password' | AuthField;
