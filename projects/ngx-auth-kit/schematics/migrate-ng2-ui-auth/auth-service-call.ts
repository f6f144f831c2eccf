import ts from 'typescript';
import { castClaims } from '../migrate-angular-jwt/helper-call';
import type { CallChange } from '../migration/moved-service';
import type { TextEdit } from '../source/edits';

/** The methods that AuthService of ngx-auth-kit has, by those of ng2-ui-auth; with the most arguments that they take. */
const METHODS: Readonly<Record<string, readonly [name: string, most: number] | undefined>> = {
  login: ['login', 1],
  signup: ['register', 1],
  logout: ['logout', 0],
  isAuthenticated: ['isAuthenticated', 0],
  getToken: ['token', 0],
  getPayload: ['claims', 0],
  getExpirationDate: ['expiresAt', 0],
  setToken: ['setToken', 1],
};

const SOCIAL =
  'social sign-in is not part of ngx-auth-kit: use a library for OpenID Connect, and pass the ' +
  'token to `auth.setToken(token)`';

const ADVICE: Readonly<Record<string, string | undefined>> = {
  authenticate: SOCIAL,
  link: SOCIAL,
  unlink: SOCIAL,
  removeToken: 'use `auth.logout().subscribe()`',
  setStorageType: 'set `storage` in the config, or use withRememberMe()',
};

/** Turns a call of ng2-ui-auth's AuthService into one of ngx-auth-kit's. */
export function changeAuthServiceCall(use: ts.Expression): CallChange {
  const access = use.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== use) {
    return 'AuthService is passed to other code';
  }
  const method = access.name.text;
  const known = METHODS[method];
  if (!known) return `\`${method}\`: ${ADVICE[method] ?? 'has no equivalent in ngx-auth-kit'}`;
  const call = access.parent;
  if (!ts.isCallExpression(call) || call.expression !== access)
    return `\`${method}\` is used without a call`;
  const [name, most] = known;
  if (call.arguments.length > most) {
    return `\`${method}\` has a URL argument. Set the URL in \`endpoints\` of the backend`;
  }
  const renamed: TextEdit = {
    kind: 'text',
    path: use.getSourceFile().fileName,
    start: access.name.getStart(),
    end: access.name.getEnd(),
    text: name,
  };
  return method === 'getPayload' ? [renamed, ...castClaims(call)] : [renamed];
}
