import type { Tree } from '@angular-devkit/schematics';
import { posix } from 'node:path';
import ts from 'typescript';
import { descendants, findCalls } from '../source/find-calls';
import { propertyValue } from '../source/object-properties';
import type { Sources } from '../source/sources';
import type { InjectionSite } from './injection-site';

/** Why a member cannot change its type: its template, or code outside its class, reads it. Null: nothing does. */
export function outsideUse(
  tree: Tree,
  sources: Sources,
  paths: readonly string[],
  { declaration }: InjectionSite,
  unchanged: readonly string[],
): string | null {
  const name = declaration.name.getText();
  const owner = ts.findAncestor(declaration, ts.isClassLike);
  const same = unchanged.length > 0 ? `(?!\\.(${unchanged.join('|')})\\(\\))` : '';
  if (owner && new RegExp(`\\b${name}\\b${same}`).test(templateOf(tree, owner))) {
    return `the template reads \`${name}\``;
  }
  const readsIt = paths.some((path) => {
    const source = sources.find(path);
    if (!source?.text.includes(`.${name}`)) return false;
    return descendants(source, ts.isPropertyAccessExpression).some(
      (access) => access.name.text === name && mayReach(access, owner, name),
    );
  });
  return readsIt ? `code outside the class may read \`${name}\`` : null;
}

function mayReach(
  access: ts.PropertyAccessExpression,
  owner: ts.ClassLikeDeclaration | undefined,
  name: string,
): boolean {
  if (access.expression.kind !== ts.SyntaxKind.ThisKeyword) return true;
  const reader = ts.findAncestor(access, ts.isClassLike);
  return reader !== owner && !!reader && !declaresMember(reader, name);
}

function declaresMember(owner: ts.ClassLikeDeclaration, name: string): boolean {
  return owner.members.some(
    (member) =>
      member.name?.getText() === name ||
      (ts.isConstructorDeclaration(member) &&
        member.parameters.some((parameter) => parameter.name.getText() === name)),
  );
}

/** The template of a component as text; empty for other classes. */
function templateOf(tree: Tree, owner: ts.ClassLikeDeclaration): string {
  const metadata = findCalls(owner, 'Component', '@angular/core')[0]?.arguments[0];
  if (!metadata || !ts.isObjectLiteralExpression(metadata)) return '';
  const url = propertyValue(metadata, 'templateUrl');
  const folder = posix.dirname(owner.getSourceFile().fileName);
  const file = url && ts.isStringLiteralLike(url) ? posix.join(folder, url.text) : null;
  const external = file ? (tree.read(file)?.toString('utf8') ?? '') : '';
  return external + (propertyValue(metadata, 'template')?.getText() ?? '');
}
