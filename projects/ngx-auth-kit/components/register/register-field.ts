import { AuthField } from '../fields/auth-field';

/** A field of the registration form: one whose label the library has, or your own field. */
export type RegisterField = 'email' | 'username' | 'phone' | 'password' | AuthField;
