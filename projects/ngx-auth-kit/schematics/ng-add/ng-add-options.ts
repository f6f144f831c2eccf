import { SchematicsException } from '@angular-devkit/schematics';

/** Options of `ng add ngx-auth-kit`; see `schema.json`. */
export interface NgAddOptions {
  readonly project?: string;
  readonly baseUrl: string;
  /** The name of a preset. */
  readonly backend: string;
  readonly routes: boolean;
}

/** The preset that needs no mention. */
export const DEFAULT_BACKEND = 'flaskJwtAuth';

/** Whether `AuthConfig.baseUrl` takes it, by the rules that the library checks at start-up. */
export function isBaseUrl(value: string): boolean {
  if (/^\/(?![/\\])[^?#\\\s]*$/.test(value)) return true;
  if (!/^https?:\/\/[^/?#\\\s][^?#\\\s]*$/i.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return !username && !password;
}

/** @throws one line for a base URL that the library would refuse. */
export function checkBaseUrl(value: string): void {
  if (isBaseUrl(value)) return;
  const shown = /^https?:\/\/[^/]*@/i.test(value) ? 'with user info' : JSON.stringify(value);
  throw new SchematicsException(
    `The base URL (${shown}) must be an http(s) URL such as https://api.example.com/auth, ` +
      'or a path on the origin of the app such as /api.',
  );
}
