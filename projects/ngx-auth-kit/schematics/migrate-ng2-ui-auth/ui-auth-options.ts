import ts from 'typescript';
import { valueOf } from '../app/app-setup';
import { CannotEdit } from '../source/cannot-edit';
import { constantText } from '../source/constant-text';
import { findDeclaration } from '../source/find-declaration';
import { functionOf } from '../source/function-of';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { unwrap } from '../source/unwrap';

/** The options of satellizer and ng2-ui-auth, as the app writes them. */
export class UiAuthOptions {
  private readonly given: ReadonlyMap<string, ts.Expression>;

  /** @throws CannotEdit if parts of the config are computed. */
  constructor(
    private readonly sources: Sources,
    readonly call: ts.CallExpression,
  ) {
    const [config] = call.arguments;
    this.given = config ? new Map(propertiesOf(sources, config)) : new Map();
  }

  get names(): string[] {
    return [...this.given.keys()];
  }

  find(name: string): ts.Expression | null {
    return this.given.get(name) ?? null;
  }

  /** How many arguments the function at an option takes; none if it is not known. */
  arity(name: string): number {
    const value = this.given.get(name);
    const found = value && functionOf(this.sources, value);
    return found ? found.parameters.length : 0;
  }

  /** The text of an option, its default where it is not given; null if it is computed or null. */
  text(name: string, otherwise: string): string | null {
    const value = this.given.get(name);
    return value ? constantText(this.sources, value) : otherwise;
  }
}

/** Of an object, or of a class that older versions take. */
function propertiesOf(sources: Sources, config: ts.Expression): [string, ts.Expression][] {
  const node = unwrap(config);
  const declared = ts.isIdentifier(node) ? findDeclaration(sources, node) : null;
  if (declared && ts.isClassDeclaration(declared)) {
    return declared.members
      .filter(ts.isPropertyDeclaration)
      .map(({ name, initializer }) => [known(name, node), initializer ?? node]);
  }
  const object = valueOf(sources, node);
  if (!ts.isObjectLiteralExpression(object)) throw computed(node);
  return object.properties.map((property) => {
    const name = known(property.name, property);
    if (ts.isPropertyAssignment(property)) return [name, unwrap(property.initializer)];
    if (ts.isShorthandPropertyAssignment(property)) return [name, property.name];
    throw computed(property);
  });
}

function known(name: ts.PropertyName | undefined, place: ts.Node): string {
  const text = name && propertyName(name);
  if (text) return text;
  throw computed(place);
}

function computed(node: ts.Node): CannotEdit {
  const path = node.getSourceFile().fileName;
  return new CannotEdit(
    path,
    'parts of the config are computed. Write them out as an object',
    node,
  );
}
