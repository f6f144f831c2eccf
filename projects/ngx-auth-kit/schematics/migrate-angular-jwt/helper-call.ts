import ts from 'typescript';
import type { CallChange } from '../migration/moved-service';
import type { TextEdit } from '../source/edits';

/** What reads the same of the session, for methods called without arguments. */
const READS: Readonly<Record<string, string | undefined>> = {
  isTokenExpired: 'isAuthenticated',
  decodeToken: 'claims',
  tokenGetter: 'token',
  getTokenExpirationDate: 'expiresAt',
};

/** Takes the expression that stands for the service. */
export function changeHelperCall(use: ts.Expression): CallChange {
  const access = use.parent;
  if (!ts.isPropertyAccessExpression(access) || access.expression !== use) {
    return 'JwtHelperService is passed to other code';
  }
  const method = access.name.text;
  const read = READS[method];
  const call = access.parent;
  if (!read) return `\`${method}\` has no equivalent in ngx-auth-kit`;
  if (!ts.isCallExpression(call) || call.expression !== access)
    return `\`${method}\` is used without a call`;
  if (call.arguments.length > 0) {
    return `\`${method}\` has a token argument. ngx-auth-kit reads only the token of the session`;
  }
  const next = call.parent;
  if (ts.isPropertyAccessExpression(next) && /^(then|catch|finally)$/.test(next.name.text)) {
    return 'the code expects a promise, but a signal returns its value at once';
  }
  return [replace(access.name, access.name.getEnd(), read), ...adapt(method, call)];
}

/** What keeps the meaning and the type of the call. */
function adapt(method: string, call: ts.CallExpression): TextEdit[] {
  switch (method) {
    case 'isTokenExpired':
      return negate(call);
    case 'decodeToken':
      return castClaims(call);
    case 'tokenGetter':
      return mayBeNull(call) ? [] : [replace(call, call.getEnd(), '!', call.getEnd())];
    default:
      return [];
  }
}

/** Gives what the call of a decoder returned the type that it had: `any`, unless it was told another. */
export function castClaims(call: ts.CallExpression): TextEdit[] {
  const [type] = call.typeArguments ?? [];
  const cast = type ? `${type.getText()} | null` : 'any';
  const suffix = isBare(call) ? '' : ')';
  const opening = isBare(call) ? [] : [replace(call, call.getStart(), '(', call.getStart())];
  const text = `() as ${cast}${suffix}`;
  return [...opening, replace(call, call.getEnd(), text, call.expression.getEnd())];
}

function negate(call: ts.CallExpression): TextEdit[] {
  const { parent } = call;
  const isNegated =
    ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken;
  return isNegated
    ? [replace(parent, parent.getStart() + 1, '')]
    : [replace(call, call.getStart(), '!')];
}

/** Whether a cast needs no parentheses around it. */
function isBare({ parent }: ts.CallExpression): boolean {
  return ts.isVariableDeclaration(parent) || ts.isReturnStatement(parent);
}

/** Whether the place takes null as well; the original is declared not to return it. */
function mayBeNull({ parent }: ts.CallExpression): boolean {
  return (
    (ts.isVariableDeclaration(parent) && !parent.type) ||
    ts.isPrefixUnaryExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isConditionalExpression(parent) ||
    ts.isIfStatement(parent) ||
    ts.isAsExpression(parent) ||
    ts.isNonNullExpression(parent)
  );
}

function replace(node: ts.Node, end: number, text: string, start = node.getStart()): TextEdit {
  const path = node.getSourceFile().fileName;
  return { kind: 'text', path, start: Math.min(start, end), end, text };
}
