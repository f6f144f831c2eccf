import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import { KIT } from '../app/kit-setup';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { importedNames, localName } from '../source/import-names';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { changeHelperCall } from './helper-call';
import { type InjectionSite, injectionSite, isInjected } from './injection-site';
import type { MigrationReport } from './migration-report';
import { outsideUse } from './outside-uses';

/** What happens to the uses of JwtHelperService. */
export interface HelperChange {
  readonly edits: readonly Edit[];
  /** Whether something still has it injected, so that it must stay provided. */
  readonly isStillInjected: boolean;
  /** Whether anything still names it. */
  readonly isStillUsed: boolean;
}

/** Moves every injection of which all uses can be moved, and reports the others. */
export function planHelperUses(
  tree: Tree,
  sources: Sources,
  paths: readonly string[],
  report: MigrationReport,
): HelperChange {
  const edits: Edit[] = [];
  const provided: ts.Identifier[] = [];
  const kept: ts.Identifier[] = [];
  for (const path of paths) {
    const mentions = mentionsIn(sources, path);
    const moved = mentions.flatMap((mention) => {
      if (isProvided(mention)) {
        provided.push(mention);
        return [];
      }
      const changes = path.endsWith('.spec.ts')
        ? 'a test; provide ngx-auth-kit there'
        : changeMention(tree, sources, paths, mention);
      if (typeof changes !== 'string') return [{ mention, changes }];
      report.addLeft(mention, changes);
      kept.push(mention);
      return [];
    });
    for (const { mention, changes } of moved) {
      report.addMoved(mention, 'JwtHelperService → AuthService');
      edits.push(...changes);
    }
    if (moved.length > 0) edits.push({ kind: 'import', path, symbol: 'AuthService', module: KIT });
    if (moved.length > 0 && moved.length === mentions.length) edits.push(dropImport(path));
  }
  const isStillInjected = kept.some((mention) => !isConstructed(mention) && !isInSpec(mention));
  if (!isStillInjected) edits.push(...provided.flatMap(removeProvider));
  for (const mention of isStillInjected ? provided : []) {
    report.addLeft(mention, 'JwtHelperService stays provided for the places named here');
  }
  return {
    edits: unique(edits),
    isStillInjected,
    isStillUsed: kept.length > 0,
  };
}

function mentionsIn(sources: Sources, path: string): ts.Identifier[] {
  const source = sources.find(path);
  const name = source && importedNames(source, ANGULAR_JWT).get('JwtHelperService');
  if (!name) return [];
  return descendants(source, ts.isIdentifier).filter(
    (node) => node.text === name && !ts.findAncestor(node, ts.isImportDeclaration),
  );
}

/** The edits for one mention, or why it stays. */
function changeMention(
  tree: Tree,
  sources: Sources,
  paths: readonly string[],
  mention: ts.Identifier,
): readonly Edit[] | string {
  if (isConstructed(mention)) return '`new JwtHelperService()` knows no session';
  const site = injectionSite(mention);
  const uses = site ? site.uses : isInjected(mention) ? [mention.parent as ts.Expression] : null;
  if (!uses) return 'JwtHelperService is used in a way that is not known';
  const outside = site?.isPublic ? outsideUse(tree, sources, paths, site) : null;
  if (outside) return outside;
  const calls = uses.map(changeHelperCall);
  const reason = calls.find((call) => typeof call === 'string');
  if (reason !== undefined) return reason;
  const source = mention.getSourceFile();
  return [
    {
      kind: 'text',
      path: source.fileName,
      start: mention.getStart(),
      end: mention.getEnd(),
      text: localName(source, 'AuthService', KIT),
    },
    ...(isFirstMention(site, mention)
      ? calls.filter((call) => typeof call !== 'string').flat()
      : []),
  ];
}

/** A declaration may mention the class twice, as its type and in `inject`; its uses change once. */
function isFirstMention(site: InjectionSite | null, mention: ts.Identifier): boolean {
  if (!site) return true;
  const [first] = descendants(site.declaration, ts.isIdentifier).filter(
    ({ text }) => text === mention.text,
  );
  return first === mention;
}

function isConstructed({ parent }: ts.Identifier): boolean {
  return ts.isNewExpression(parent);
}

function isInSpec(mention: ts.Identifier): boolean {
  return mention.getSourceFile().fileName.endsWith('.spec.ts');
}

/** Whether the mention is an element of a list of providers. */
function isProvided({ parent }: ts.Identifier): boolean {
  return (
    ts.isArrayLiteralExpression(parent) &&
    ts.isPropertyAssignment(parent.parent) &&
    propertyName(parent.parent.name) === 'providers'
  );
}

function removeProvider(element: ts.Identifier): Edit[] {
  const { elements: list } = element.parent as ts.ArrayLiteralExpression;
  const path = element.getSourceFile().fileName;
  return [{ kind: 'remove', path, list, element }, dropImport(path)];
}

function dropImport(path: string): Edit {
  return { kind: 'drop-import', path, symbol: 'JwtHelperService', module: ANGULAR_JWT };
}

function unique(edits: readonly Edit[]): Edit[] {
  const key = (edit: Edit) => (edit.kind === 'remove' ? edit.element : JSON.stringify(edit));
  return [...new Map(edits.map((edit) => [key(edit), edit])).values()];
}
