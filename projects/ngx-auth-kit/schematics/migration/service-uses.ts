import type { Tree } from '@angular-devkit/schematics';
import ts from 'typescript';
import { KIT } from '../app/kit-setup';
import type { Edit } from '../source/edits';
import { descendants } from '../source/find-calls';
import { importedNames } from '../source/import-names';
import { propertyName } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { type InjectionSite, injectionSite, isInjected } from './injection-site';
import type { MigrationReport } from './migration-report';
import type { MovedService } from './moved-service';
import { outsideUse } from './outside-uses';
import { importFromKit, namesake, rename } from './rename-service';

/** What happens to the uses of the service. */
export interface ServiceChange {
  readonly edits: readonly Edit[];
  /** Whether something still has it injected, so that it must stay provided. */
  readonly isStillInjected: boolean;
}

/** Moves every injection of which all uses can be moved, and reports the others. */
export function planServiceUses(
  tree: Tree,
  sources: Sources,
  paths: readonly string[],
  service: MovedService,
  report: MigrationReport,
): ServiceChange {
  const edits: Edit[] = [];
  const provided: ts.Identifier[] = [];
  const kept: ts.Identifier[] = [];
  for (const path of paths) {
    const mentions = mentionsIn(sources, path, service);
    const moved = mentions.flatMap((mention) => {
      if (isProvided(mention)) {
        provided.push(mention);
        return [];
      }
      const changes = path.endsWith('.spec.ts')
        ? 'this is a test. Provide ngx-auth-kit in it'
        : changeMention(tree, sources, paths, service, mention);
      if (typeof changes !== 'string') return [{ mention, changes }];
      report.addLeft(mention, changes);
      kept.push(mention);
      return [];
    });
    for (const { mention, changes } of moved) {
      report.addMoved(mention, `${service.symbol} → AuthService`);
      edits.push(...changes);
    }
    if (moved.length === 0) continue;
    const sameName = moved.length === mentions.length && namesake(sources, path, service);
    edits.push(
      ...(sameName
        ? [importFromKit(sameName)]
        : [
            ...moved.map(({ mention }) => rename(mention)),
            { kind: 'import', path, symbol: 'AuthService', module: KIT } as const,
            ...(moved.length === mentions.length ? [dropImport(path, service)] : []),
          ]),
    );
  }
  const isStillInjected = kept.some((mention) => !isConstructed(mention) && !isInSpec(mention));
  if (!isStillInjected) edits.push(...provided.flatMap((each) => removeProvider(each, service)));
  for (const mention of isStillInjected ? provided : []) {
    report.addLeft(
      mention,
      `${service.symbol} is still provided, because code in this list uses it`,
    );
  }
  return {
    edits: unique(edits),
    isStillInjected,
  };
}

function mentionsIn(
  sources: Sources,
  path: string,
  { symbol, from }: MovedService,
): ts.Identifier[] {
  const source = sources.find(path);
  const name = source && importedNames(source, from).get(symbol);
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
  { symbol, change, unchanged }: MovedService,
  mention: ts.Identifier,
): readonly Edit[] | string {
  if (isConstructed(mention)) return `\`new ${symbol}()\` has no access to the session`;
  const site = injectionSite(mention);
  const uses = site ? site.uses : isInjected(mention) ? [mention.parent as ts.Expression] : null;
  if (!uses) return `this use of ${symbol} is not supported`;
  const outside = site?.isPublic ? outsideUse(tree, sources, paths, site, unchanged) : null;
  if (outside) return outside;
  const calls = uses.map(change);
  const reason = calls.find((call) => typeof call === 'string');
  if (reason !== undefined) return reason;
  const isFirst = isFirstMention(site, mention);
  return isFirst ? calls.filter((call) => typeof call !== 'string').flat() : [];
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

function removeProvider(element: ts.Identifier, service: MovedService): Edit[] {
  const { elements: list } = element.parent as ts.ArrayLiteralExpression;
  const path = element.getSourceFile().fileName;
  return [{ kind: 'remove', path, list, element }, dropImport(path, service)];
}

function dropImport(path: string, { symbol, from }: MovedService): Edit {
  return { kind: 'drop-import', path, symbol, module: from };
}

function unique(edits: readonly Edit[]): Edit[] {
  const key = (edit: Edit) => (edit.kind === 'remove' ? edit.element : JSON.stringify(edit));
  return [...new Map(edits.map((edit) => [key(edit), edit])).values()];
}
