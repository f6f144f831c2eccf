import ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { descendants, findCalls } from '../source/find-calls';
import { importedNames, localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import { type AppSetup, listIn } from './app-setup';
import { KIT } from './kit-setup';

const HTTP = '@angular/common/http';

/** What makes HttpClient use the interceptor: edits, and a provider to add where there was none. */
export interface HttpClientChange {
  readonly edits: readonly Edit[];
  readonly provider: string | null;
}

/**
 * Lets HttpClient use `authInterceptor` (standalone) or interceptors from DI (modules, where
 * `AuthModule.forRoot` provides the class). What is there already stays.
 */
export function planHttpClient(setup: AppSetup): HttpClientChange {
  const { object, path } = setup;
  const source = object.getSourceFile();
  refuseHttpClientModule(setup);
  const calls = findCalls(object, 'provideHttpClient', HTTP);
  const [call] = calls;
  if (!call) return firstHttpClient(setup);
  if (calls.length > 1 || !ts.isArrayLiteralExpression(call.parent)) {
    throw new CannotEdit(path, '`provideHttpClient` is called under conditions or twice', call);
  }
  const feature = featureOf(setup);
  if (setup.kind === 'module') {
    if (findCalls(call, feature.name, HTTP).length > 0) return { edits: [], provider: null };
    return {
      edits: [...insertIntoList(bracketList(call), [feature.code]), ...feature.imports],
      provider: null,
    };
  }
  const known = importedNames(source, KIT).get('authInterceptor');
  const isThere = descendants(call, ts.isIdentifier).some(({ text }) => text === known);
  if (isThere) return { edits: [], provider: null };
  const list = findCalls(call, feature.name, HTTP)[0]?.arguments[0];
  if (!list || !ts.isArrayLiteralExpression(list)) {
    return {
      edits: [...insertIntoList(bracketList(call), [feature.code]), ...feature.imports],
      provider: null,
    };
  }
  // Last, so that it sees the request as the app's own interceptors leave it.
  const added = insertIntoList(bracketList(list), [localName(source, 'authInterceptor', KIT)]);
  return { edits: [...added, ...feature.imports], provider: null };
}

function firstHttpClient(setup: AppSetup): HttpClientChange {
  const hidden = listIn(setup, 'providers')?.elements.find(isOpaque);
  if (hidden) {
    throw new CannotEdit(
      setup.path,
      `\`${hidden.getText()}\` may provide HttpClient already`,
      hidden,
    );
  }
  const source = setup.object.getSourceFile();
  const { code, imports } = featureOf(setup);
  return {
    edits: [
      ...imports,
      { kind: 'import', path: setup.path, symbol: 'provideHttpClient', module: HTTP },
    ],
    provider: `${localName(source, 'provideHttpClient', HTTP)}(${code})`,
  };
}

interface HttpFeature {
  readonly name: string;
  readonly code: string;
  readonly imports: readonly Edit[];
}

function featureOf({ kind, object, path }: AppSetup): HttpFeature {
  const source = object.getSourceFile();
  const name = kind === 'module' ? 'withInterceptorsFromDi' : 'withInterceptors';
  const local = localName(source, name, HTTP);
  const imports: Edit[] = [{ kind: 'import', path, symbol: name, module: HTTP }];
  if (kind === 'module') return { name, code: `${local}()`, imports };
  imports.push({ kind: 'import', path, symbol: 'authInterceptor', module: KIT });
  return { name, code: `${local}([${localName(source, 'authInterceptor', KIT)}])`, imports };
}

function refuseHttpClientModule({ object, path }: AppSetup): void {
  const name = importedNames(object.getSourceFile(), HTTP).get('HttpClientModule');
  const use = descendants(object, ts.isIdentifier).find(({ text }) => text === name);
  if (!use) return;
  throw new CannotEdit(
    path,
    'HttpClientModule is deprecated and would compete with `provideHttpClient`: replace it first',
    use,
  );
}

/** Whether an element of `providers` may hold more than it shows: a spread, or a function of the app's own. */
function isOpaque(element: ts.Expression): boolean {
  if (ts.isSpreadElement(element)) return true;
  if (!ts.isCallExpression(element) || !ts.isIdentifier(element.expression)) return false;
  const name = element.expression.text;
  const comesFrom = element
    .getSourceFile()
    .statements.filter(ts.isImportDeclaration)
    .find(({ importClause }) =>
      descendants(importClause as ts.Node, ts.isIdentifier).some(({ text }) => text === name),
    );
  const module = comesFrom?.moduleSpecifier;
  return !module || !ts.isStringLiteral(module) || module.text.startsWith('.');
}
