import ts from 'typescript';
import { unwrap } from './unwrap';

/** The value of a property of an object literal, or null where it is not there. */
export function propertyValue(
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.Expression | null {
  const found = property(object, name);
  if (!found) return null;
  if (ts.isPropertyAssignment(found)) return unwrap(found.initializer);
  return ts.isShorthandPropertyAssignment(found) ? found.name : null;
}

/** The property of that name, however it is written. */
export function property(
  object: ts.ObjectLiteralExpression,
  name: string,
): ts.ObjectLiteralElementLike | null {
  return object.properties.find((each) => each.name && propertyName(each.name) === name) ?? null;
}

/** The name where it is written out, as identifier or string. */
export function propertyName(name: ts.PropertyName): string | null {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : null;
}
