import ts from 'typescript';
import { descendants } from '../source/find-calls';
import { importedNames } from '../source/import-names';
import { propertyName } from '../source/object-properties';
import type { AppSetup } from './app-setup';
import { isImportProvidersFrom } from './drop-modules';
import { HTTP } from './http-client';

/**
 * The deprecated HttpClientModule of a set-up, if it is used once: among the root module's `imports`, or
 * in an `importProvidersFrom`. `provideHttpClient(withInterceptorsFromDi())` is the same.
 */
export function findHttpClientModule({ object, kind }: AppSetup): ts.Identifier | null {
  const [module, ...more] = httpClientModules(object);
  // Of HttpClientXsrfModule and the provider, the one that comes later counts.
  const isOrdered = importedNames(object.getSourceFile(), HTTP).has('HttpClientXsrfModule');
  if (!module || more.length > 0 || isOrdered) return null;
  const { parent } = module;
  const isReplaceable =
    kind === 'standalone'
      ? isImportProvidersFrom(parent)
      : ts.isArrayLiteralExpression(parent) &&
        ts.isPropertyAssignment(parent.parent) &&
        propertyName(parent.parent.name) === 'imports';
  return isReplaceable ? module : null;
}

/** Every mention of HttpClientModule under a node. */
export function httpClientModules(within: ts.Node): ts.Identifier[] {
  const name = importedNames(within.getSourceFile(), HTTP).get('HttpClientModule');
  return descendants(within, ts.isIdentifier).filter(({ text }) => text === name);
}
