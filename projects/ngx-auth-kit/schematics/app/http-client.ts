import ts from 'typescript';
import { CannotEdit } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { descendants, findCalls } from '../source/find-calls';
import { importedNames, localName } from '../source/import-names';
import { bracketList, insertIntoList } from '../source/insert-into-list';
import type { Sources } from '../source/sources';
import { appProviders } from './app-providers';
import type { AppSetup } from './app-setup';
import { findHttpClientModule, httpClientModules } from './http-client-module';
import { KIT } from './kit-setup';

/** The package that HttpClient comes from. */
export const HTTP = '@angular/common/http';

/** What makes HttpClient use the interceptor: edits, and a provider to add where there was none. */
export interface HttpClientChange {
  readonly edits: readonly Edit[];
  readonly provider: string | null;
  /** The deprecated module whose place the provider takes. */
  readonly replaced: ts.Identifier | null;
}

const NO_CHANGE: HttpClientChange = { edits: [], provider: null, replaced: null };

/**
 * Lets HttpClient use `authInterceptor` (standalone) or interceptors from DI (modules, where
 * `AuthModule.forRoot` provides the class). What is there already stays. @throws CannotEdit
 */
export function planHttpClient(sources: Sources, setup: AppSetup): HttpClientChange {
  const { nodes, opaque } = appProviders(sources, setup);
  const calls = nodes.flatMap((node) => findCalls(node, 'provideHttpClient', HTTP));
  const modules = nodes.flatMap(httpClientModules);
  const [call] = calls;
  const isModule = setup.kind === 'module';
  if (call && (isModule || modules.length === 0)) return addFeature(setup, call, calls.length);
  const replaced = (call ?? opaque) ? null : findHttpClientModule(setup);
  const competing = call ?? modules.find((module) => module !== replaced) ?? opaque;
  if (!competing) return firstHttpClient(sources, setup, replaced);
  // Beside AuthModule.forRoot it does what is needed, wherever it is.
  if (isModule && modules.length > 0) return NO_CHANGE;
  const path = competing.getSourceFile().fileName;
  throw new CannotEdit(
    path,
    `\`${competing.getText()}\` may already provide HttpClient`,
    competing,
  );
}

function addFeature({ kind }: AppSetup, call: ts.CallExpression, count: number): HttpClientChange {
  const source = call.getSourceFile();
  if (count > 1 || !ts.isArrayLiteralExpression(call.parent)) {
    throw new CannotEdit(
      source.fileName,
      '`provideHttpClient` is called conditionally or more than once',
      call,
    );
  }
  const { name, code, imports } = featureOf(kind, source);
  const given = findCalls(call, name, HTTP)[0];
  const appended = {
    ...NO_CHANGE,
    edits: [...insertIntoList(bracketList(call), [code]), ...imports],
  };
  if (kind === 'module') return given ? NO_CHANGE : appended;
  const known = importedNames(source, KIT).get('authInterceptor');
  if (descendants(call, ts.isIdentifier).some(({ text }) => text === known)) return NO_CHANGE;
  const list = given?.arguments[0];
  if (!list || !ts.isArrayLiteralExpression(list)) return appended;
  // Last, so that it sees the request as the app's own interceptors leave it.
  const added = insertIntoList(bracketList(list), [localName(source, 'authInterceptor', KIT)]);
  return { ...NO_CHANGE, edits: [...added, ...imports] };
}

function firstHttpClient(
  sources: Sources,
  { kind, object, path }: AppSetup,
  replaced: ts.Identifier | null,
): HttpClientChange {
  const source = object.getSourceFile();
  const { code, imports } = featureOf(kind, source);
  const fromDi = 'withInterceptorsFromDi';
  const keepsClasses = kind === 'standalone' && (replaced || hasClassInterceptors(sources, path));
  const features = keepsClasses ? [`${localName(source, fromDi, HTTP)}()`, code] : [code];
  const symbols = keepsClasses ? ['provideHttpClient', fromDi] : ['provideHttpClient'];
  const dropped: Edit[] = replaced
    ? [{ kind: 'drop-import', path, symbol: 'HttpClientModule', module: HTTP }]
    : [];
  return {
    edits: [
      ...imports,
      ...dropped,
      ...symbols.map((symbol): Edit => ({ kind: 'import', path, symbol, module: HTTP })),
    ],
    provider: `${localName(source, 'provideHttpClient', HTTP)}(${features.join(', ')})`,
    replaced,
  };
}

/** Whether the app has interceptors that `provideHttpClient` alone would pass by. */
function hasClassInterceptors(sources: Sources, path: string): boolean {
  return sources.reachable(path).some((source) => {
    const names = importedNames(source, HTTP);
    return names.has('HTTP_INTERCEPTORS') || names.has('HttpClientModule');
  });
}

interface HttpFeature {
  readonly name: string;
  readonly code: string;
  readonly imports: readonly Edit[];
}

function featureOf(kind: AppSetup['kind'], source: ts.SourceFile): HttpFeature {
  const path = source.fileName;
  const name = kind === 'module' ? 'withInterceptorsFromDi' : 'withInterceptors';
  const local = localName(source, name, HTTP);
  const imports: Edit[] = [{ kind: 'import', path, symbol: name, module: HTTP }];
  if (kind === 'module') return { name, code: `${local}()`, imports };
  imports.push({ kind: 'import', path, symbol: 'authInterceptor', module: KIT });
  return { name, code: `${local}([${localName(source, 'authInterceptor', KIT)}])`, imports };
}
