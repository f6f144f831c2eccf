import ts from 'typescript';
import { constantText } from '../source/constant-text';
import { descendants } from '../source/find-calls';
import { type FunctionNode, functionOf } from '../source/function-of';
import {
  asksNothingElse,
  isNothing,
  type PlainReturns,
  plainReturns,
} from '../source/plain-returns';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';
import { classMethod, type Injected } from './class-method';
import { storageCall, type StorageKey } from './storage-call';

/** Where a `tokenGetter` reads the token. */
export interface TokenPlace extends StorageKey {
  /** The properties that lead to the token where JSON is stored (none: it is a JSON string); null for the bare token. */
  readonly json: readonly string[] | null;
}

/** Null for a `tokenGetter` that does anything but read one key of a web storage, and log. */
export function tokenPlace(
  sources: Sources,
  getter: FunctionNode,
  injected: Injected,
): TokenPlace | null {
  const returns = looksAtRequest(getter) ? null : plainReturns(getter);
  if (!returns) return null;
  const places = returns.values.map((value) => placeOf(sources, value, returns.locals, injected));
  return onlyOne(places);
}

function looksAtRequest({ parameters, body }: FunctionNode): boolean {
  const names = parameters.map(({ name }) => name.getText());
  return !!body && descendants(body, ts.isIdentifier).some(({ text }) => names.includes(text));
}

function placeOf(
  sources: Sources,
  expression: ts.Expression,
  locals: PlainReturns['locals'],
  injected: Injected,
): TokenPlace | null {
  const node = unwrap(expression);
  const read = (value: ts.Expression) => placeOf(sources, value, locals, injected);
  if (ts.isAwaitExpression(node)) return read(node.expression);
  if (ts.isIdentifier(node)) {
    const local = locals.get(node.text);
    return local ? memberOf(read(local.value), local.member) : null;
  }
  if (ts.isConditionalExpression(node)) {
    const values = [node.whenTrue, node.whenFalse].filter((value) => !isNothing(value));
    return asksNothingElse(node.condition, locals) ? onlyOne(values.map(read)) : null;
  }
  if (ts.isBinaryExpression(node)) return placeOfOperation(node, locals, read);
  if (ts.isPropertyAccessExpression(node)) {
    return memberOf(read(node.expression), node.name.text);
  }
  if (ts.isElementAccessExpression(node)) {
    const member = constantText(sources, node.argumentExpression);
    return member === null ? null : memberOf(read(node.expression), member);
  }
  if (!ts.isCallExpression(node)) return null;
  const [argument] = node.arguments;
  if (node.expression.getText() === 'JSON.parse' && argument) {
    const place = read(argument);
    return place && !place.json ? { ...place, json: [] } : null;
  }
  const stored = storageCall(sources, node, 'getItem');
  if (stored) return { ...stored, json: null };
  const called = argument ? null : calledFunction(sources, node.expression, injected);
  return called && tokenPlace(sources, called, injected);
}

/** Of `a ?? ''`, where the fallback is nothing or empty JSON, and of `a && a.b`. */
function placeOfOperation(
  { left, operatorToken: { kind }, right }: ts.BinaryExpression,
  locals: PlainReturns['locals'],
  read: (value: ts.Expression) => TokenPlace | null,
): TokenPlace | null {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return asksNothingElse(left, locals) ? read(right) : null;
  }
  const isFallback =
    kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken;
  const isEmpty = isNothing(right) || /^(\{\s*\}|['"](\{\}|null|"")['"])$/.test(right.getText());
  return isFallback && isEmpty ? read(left) : null;
}

/** The app's own function behind a call: by name, or as the method of an injected service. */
function calledFunction(
  sources: Sources,
  callee: ts.Expression,
  injected: Injected,
): FunctionNode | null {
  const method = ts.isPropertyAccessExpression(callee)
    ? classMethod(sources, callee, injected)
    : null;
  return method ?? functionOf(sources, callee);
}

function memberOf(place: TokenPlace | null, member: string | null): TokenPlace | null {
  if (member === null) return place;
  return place?.json ? { ...place, json: [...place.json, member] } : null;
}

function onlyOne(places: readonly (TokenPlace | null)[]): TokenPlace | null {
  const distinct = new Set(places.map((place) => JSON.stringify(place)));
  return distinct.size === 1 ? (places[0] ?? null) : null;
}
