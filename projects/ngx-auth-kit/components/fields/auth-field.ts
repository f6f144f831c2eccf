/**
 * The type of a field. It sets the keyboard on touch screens. An `email` is trimmed and must look
 * like one. Other values are sent as the user typed them.
 */
export type AuthFieldType = 'text' | 'email' | 'tel' | 'url' | 'numeric' | 'password';

/**
 * A field that your app adds to a form.
 *
 * ```html
 * <auth-register [extraFields]="[{ name: 'name', label: 'Name', autocomplete: 'name' }]" />
 * ```
 */
export interface AuthField {
  /** The name of the value in the request, and of the field in messages of the backend. */
  readonly name: string;
  /**
   * The label: a text, or a function that returns it, such as a signal, for apps that switch the
   * language.
   */
  readonly label: string | (() => string);
  /** The type. The value of a `checkbox` is `true` or `false`. Default: `text`. */
  readonly type?: AuthFieldType | 'checkbox';
  /** The HTML attribute. Default: none. */
  readonly autocomplete?: string;
  /** True if it must be filled in or ticked. Default: true, and false for a checkbox. */
  readonly required?: boolean;
}
