import ts from 'typescript';
import { addToList } from '../app/app-list';
import { dropModules } from '../app/drop-modules';
import { planHttpClient } from '../app/http-client';
import type { AppSetup } from '../app/app-setup';
import { findKitSetup, KIT } from '../app/kit-setup';
import { replaceModules } from '../app/replace-modules';
import { dropLeftovers } from '../migration/drop-leftovers';
import { mergeIntoKitCall, newKitCall } from '../migration/kit-call';
import type { MigrationReport } from '../migration/migration-report';
import type { MovedConfig } from '../migration/moved-config';
import { DEFAULT_BACKEND, type NgAddOptions } from '../ng-add/ng-add-options';
import { codeStyle, stringLiteral } from '../source/code-style';
import type { Edit } from '../source/edits';
import { importedNames, localName } from '../source/import-names';
import { property } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { jwtOptionsProviders } from './jwt-options';
import type { JwtModuleCall } from './jwt-module';
import type { KitOptions } from './kit-options';

/** What a migration knows when it plans the set-up. */
export interface ConfigMigration {
  readonly jwt: JwtModuleCall;
  readonly moved: KitOptions;
  readonly answers: Pick<NgAddOptions, 'baseUrl' | 'backend'>;
  /** Whether code that stays needs JwtHelperService. */
  readonly keepsHelper: boolean;
}

/** Puts ngx-auth-kit in the place of `JwtModule.forRoot`. @throws CannotEdit */
export function planConfig(
  sources: Sources,
  paths: readonly string[],
  { jwt, moved, answers, keepsHelper }: ConfigMigration,
  report: MigrationReport,
): Edit[] {
  const { setup, call } = jwt;
  const edits: Edit[] = [dropImport(setup.path, 'JwtModule')];
  const items: string[] = [];
  const known = findKitSetup(sources, paths);
  if (known) {
    edits.push(...mergeIntoKitCall(sources, known, moved, report));
  } else {
    const created = newKitCall(sources, setup, withAnswers(setup, moved, answers), ANGULAR_JWT);
    items.push(created.code);
    edits.push(...created.edits);
    report.addToCheck(
      call,
      `baseUrl is '${answers.baseUrl}'. Set it to the URL of your auth endpoints`,
    );
  }
  const helper = keepsHelper
    ? helperProviders(jwt)
    : { items: [], edits: withoutHelper(sources, paths, jwt) };
  edits.push(...helper.edits);
  if (setup.kind === 'standalone') {
    const http = planHttpClient(sources, setup);
    items.push(...(http.provider ? [http.provider] : []), ...helper.items);
    edits.push(...http.edits, ...replaceModules(call, items, http.replaced));
    if (http.replaced) report.addMoved(http.replaced, 'HttpClientModule → provideHttpClient');
  } else {
    edits.push(...addToList(setup, 'providers', helper.items), ...replaceModules(call, items));
  }
  const name = setup.kind === 'module' ? 'AuthModule.forRoot' : 'provideAuth';
  report.addMoved(call, `JwtModule.forRoot → ${name}`);
  if (moved.place?.json) {
    report.addToCheck(
      call,
      `withLegacyTokens reads the token from '${moved.place.key}' once and removes that key. ` +
        'If your code reads other data from it, store that data under another key',
    );
  }
  return edits;
}

/** The config with what the user was asked first. */
function withAnswers(
  { object }: AppSetup,
  moved: MovedConfig,
  { baseUrl, backend }: ConfigMigration['answers'],
): MovedConfig {
  const source = object.getSourceFile();
  const properties = new Map([['baseUrl', stringLiteral(baseUrl, codeStyle(source))]]);
  if (backend !== DEFAULT_BACKEND) properties.set('backend', localName(source, backend, KIT));
  return {
    ...moved,
    properties: new Map([...properties, ...moved.properties]),
    symbols: backend === DEFAULT_BACKEND ? [] : [backend],
  };
}

/** Keeps JwtHelperService working for code that stays, with the options it had. */
function helperProviders({ setup, options, call }: JwtModuleCall): {
  items: string[];
  edits: Edit[];
} {
  const source = call.getSourceFile();
  const [service, token] = ['JwtHelperService', 'JWT_OPTIONS'].map((symbol) =>
    localName(source, symbol, ANGULAR_JWT),
  );
  const provider = options.helperProvider?.(token!);
  const symbols = provider ? ['JwtHelperService', 'JWT_OPTIONS'] : ['JwtHelperService'];
  return {
    items: provider ? [service!, provider] : [service!],
    edits: symbols.map((symbol) => ({
      kind: 'import',
      path: setup.path,
      symbol,
      module: ANGULAR_JWT,
    })),
  };
}

/** Takes the options away with all that leads to them. */
function withoutHelper(sources: Sources, paths: readonly string[], jwt: JwtModuleCall): Edit[] {
  const { options, setup } = jwt;
  const { config, names } = options;
  const getter = config && property(config, 'tokenGetter');
  const named = getter && (ts.isPropertyAssignment(getter) ? getter.initializer : getter.name);
  const isNamed = named && ts.isIdentifier(named) && !ts.isMethodDeclaration(getter);
  const edits = dropLeftovers(sources, paths, {
    names: isNamed ? [...names, named] : names,
    gone: [jwt.call, ...jwtOptionsProviders(sources, paths)],
    from: ANGULAR_JWT,
  });
  for (const symbol of ['JwtConfig', 'JwtModuleOptions', 'JWT_OPTIONS']) {
    edits.push(dropImport(setup.path, symbol));
  }
  return [...edits, ...dropJwtOptions(sources, paths)];
}

/** Takes JWT_OPTIONS out of the providers, which only JwtHelperService and the interceptor inject. */
export function dropJwtOptions(sources: Sources, paths: readonly string[]): Edit[] {
  const isNeeded = paths.some((path) => {
    const source = sources.find(path);
    return !!source && importedNames(source, ANGULAR_JWT).has('JwtInterceptor');
  });
  const providers = isNeeded ? [] : jwtOptionsProviders(sources, paths);
  return [
    ...dropModules(providers),
    ...providers.map((each) => dropImport(each.getSourceFile().fileName, 'JWT_OPTIONS')),
  ];
}

function dropImport(path: string, symbol: string): Edit {
  return { kind: 'drop-import', path, symbol, module: ANGULAR_JWT };
}
