/**
 * What a field takes; decides the keyboard on touch screens. An `email` is trimmed and must look like
 * one. Other values are sent as they were typed.
 */
export type AuthFieldType = 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'password';

/**
 * A field that the app adds to a form.
 *
 * ```html
 * <auth-register [extraFields]="[{ name: 'name', label: 'Name', autocomplete: 'name' }]" />
 * ```
 */
export interface AuthField {
  /** By this name the value is sent, and the backend's messages find the field. */
  readonly name: string;
  /** A text, or a function (such as a signal) that gives it in the language of the moment. */
  readonly label: string | (() => string);
  /** A `checkbox` is sent as `true` or `false`. Default: `text`. */
  readonly type?: AuthFieldType | 'checkbox';
  /** As in HTML. Default: none. */
  readonly autocomplete?: string;
  /** Whether it must be filled in or ticked. Default: true, and false for a checkbox. */
  readonly required?: boolean;
}
