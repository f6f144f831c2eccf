import type ts from 'typescript';
import type { UiAuthOptions } from './ui-auth-options';

/** The names under which the library finds a token without help. */
const FOUND = ['auth_token', 'access_token', 'accessToken', 'token', 'jwt', 'key'];

/** Code of `readTokens`, in two-space code, where `tokenRoot`, `tokenName` or `resolveToken` need one. */
export interface ReadTokensCode {
  readonly code: string;
  readonly expressions: readonly ts.Expression[];
}

/** Null where the library's own reader finds the token. */
export function readTokensCode(options: UiAuthOptions): ReadTokensCode | null {
  const resolve = options.find('resolveToken');
  if (resolve) {
    const config = options.arity('resolveToken') > 1 ? ', {} as any' : '';
    const found = `(${resolve.getText()})(body${config})`;
    return { code: reader([`const accessToken = ${found};`]), expressions: [resolve] };
  }
  const root = options.text('tokenRoot', '') ?? '';
  const name = options.text('tokenName', 'token') ?? 'token';
  if (!root && FOUND.includes(name)) return null;
  const path = [...root.split('.'), name]
    .filter((part) => part)
    .map((part) => `?.[${quoted(part)}]`);
  return {
    code: reader([
      'const found = body?.access_token ?? body?.token ?? body?.data ?? body;',
      `const accessToken = typeof found === 'string' ? found : found${path.join('')};`,
    ]),
    expressions: [],
  };
}

function reader(lines: readonly string[]): string {
  const all = [...lines, 'return accessToken ? { accessToken } : null;'];
  return `({ body }: { body: any }) => {\n${all.map((line) => `  ${line}\n`).join('')}}`;
}

function quoted(part: string): string {
  return `'${part.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
