import ts from 'typescript';
import { descendants } from '../source/find-calls';

/** A place where JwtHelperService is injected under a name, and everything that is done with the name. */
export interface InjectionSite {
  /** The parameter, property or variable. */
  readonly declaration: ts.ParameterDeclaration | ts.PropertyDeclaration | ts.VariableDeclaration;
  /** The expressions that stand for the service: `this.jwt`, `jwt`. */
  readonly uses: readonly ts.Expression[];
  /** Whether something outside the class may read the name, templates included. */
  readonly isPublic: boolean;
}

/**
 * The site that a mention of the class belongs to: its type, or the `inject(…)` that it starts with.
 * Null for every other mention.
 */
export function injectionSite(mention: ts.Identifier): InjectionSite | null {
  const declaration = declarationOf(mention);
  if (!declaration) return null;
  const { parent, name: node } = declaration;
  if (!ts.isIdentifier(node) && !ts.isPrivateIdentifier(node)) return null;
  const name = node.text;
  if (ts.isPropertyDeclaration(declaration)) {
    return { declaration, uses: memberUses(parent, name), isPublic: !isPrivate(declaration) };
  }
  if (ts.isParameter(declaration) && ts.isConstructorDeclaration(parent)) {
    const isMember = ts.isParameterPropertyDeclaration(declaration, parent);
    const members = isMember ? memberUses(parent.parent, name) : [];
    const uses = [...members, ...nameUses(parent, node)];
    return { declaration, uses, isPublic: isMember && !isPrivate(declaration) };
  }
  const scope = ts.findAncestor(
    ts.isParameter(declaration) ? parent : parent.parent,
    (node) => ts.isBlock(node) || ts.isFunctionLike(node) || ts.isSourceFile(node),
  );
  return { declaration, uses: nameUses(scope ?? parent, node), isPublic: false };
}

/** Whether the mention is the argument of `inject(…)`. */
export function isInjected(mention: ts.Identifier): boolean {
  const { parent } = mention;
  return ts.isCallExpression(parent) && parent.expression.getText() === 'inject';
}

function declarationOf(mention: ts.Identifier): InjectionSite['declaration'] | null {
  const { parent } = mention;
  const isType = ts.isTypeReferenceNode(parent) && !parent.typeArguments;
  const holder = isType || isInjected(mention) ? parent.parent : null;
  if (!holder) return null;
  if (ts.isPropertyDeclaration(holder) || ts.isVariableDeclaration(holder)) {
    return holder.initializer && isInjectCall(holder.initializer) ? holder : null;
  }
  if (!ts.isParameter(holder)) return null;
  const isConstructor = ts.isConstructorDeclaration(holder.parent);
  const isDefault = !!holder.initializer && isInjectCall(holder.initializer);
  return isConstructor || isDefault ? holder : null;
}

function isInjectCall(node: ts.Expression): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === 'inject';
}

function memberUses(container: ts.Node, name: string): ts.Expression[] {
  return descendants(container, ts.isPropertyAccessExpression).filter(
    (node) => node.name.text === name && node.expression.kind === ts.SyntaxKind.ThisKeyword,
  );
}

/** Every other identifier of that text in the scope, unless it names a property. */
function nameUses(scope: ts.Node, name: ts.MemberName): ts.Expression[] {
  return descendants(scope, ts.isIdentifier).filter((node) => {
    if (node === name || node.text !== name.text) return false;
    const { parent } = node;
    return !(
      (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
      (ts.isPropertyAssignment(parent) && parent.name === node)
    );
  });
}

function isPrivate(declaration: ts.PropertyDeclaration | ts.ParameterDeclaration): boolean {
  return (
    ts.isPrivateIdentifier(declaration.name) ||
    !!declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  );
}
