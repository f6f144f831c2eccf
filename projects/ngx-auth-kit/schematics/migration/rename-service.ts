import type ts from 'typescript';
import { KIT } from '../app/kit-setup';
import type { Edit } from '../source/edits';
import { localName, namedImports } from '../source/import-names';
import type { Sources } from '../source/sources';
import type { MovedService } from './moved-service';

/** Calls the service AuthService, or as the file can call that. */
export function rename(mention: ts.Identifier): Edit {
  const source = mention.getSourceFile();
  const [start, end] = [mention.getStart(), mention.getEnd()];
  const text = localName(source, 'AuthService', KIT);
  return { kind: 'text', path: source.fileName, start, end, text };
}

/** The import of a class that is called AuthService as well, if it imports nothing else. */
export function namesake(
  sources: Sources,
  path: string,
  { symbol, from }: MovedService,
): ts.ImportDeclaration | null {
  const source = sources.find(path);
  const [list, ...more] = source ? namedImports(source, from) : [];
  const isAlone = list?.elements.length === 1 && more.length === 0;
  return symbol === 'AuthService' && isAlone ? (list.parent.parent as ts.ImportDeclaration) : null;
}

/** Imports the namesake from ngx-auth-kit. */
export function importFromKit({ moduleSpecifier }: ts.ImportDeclaration): Edit {
  const path = moduleSpecifier.getSourceFile().fileName;
  const [start, end] = [moduleSpecifier.getStart() + 1, moduleSpecifier.getEnd() - 1];
  return { kind: 'text', path, start, end, text: KIT };
}
