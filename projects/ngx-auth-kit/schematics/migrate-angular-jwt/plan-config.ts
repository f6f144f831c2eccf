import { addToList } from '../app/app-list';
import { dropModules } from '../app/drop-modules';
import { planHttpClient } from '../app/http-client';
import { findKitSetup } from '../app/kit-setup';
import { replaceModules } from '../app/replace-modules';
import type { NgAddOptions } from '../ng-add/ng-add-options';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import { dropLeftovers } from './drop-leftovers';
import type { JwtModuleCall } from './jwt-module';
import { mergeIntoKitCall, newKitCall } from './kit-call';
import type { KitOptions } from './kit-options';
import type { MigrationReport } from './migration-report';

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
    const created = newKitCall(sources, jwt, moved, answers);
    items.push(created.code);
    edits.push(...created.edits);
    report.addToCheck(
      call,
      `baseUrl is '${answers.baseUrl}': make it the place of your auth endpoints`,
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
      `withLegacyTokens takes the token out of '${moved.place.key}' once and removes that key: ` +
        'what else your code reads there, it has to keep elsewhere',
    );
  }
  return edits;
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
  const edits = dropLeftovers(sources, paths, jwt);
  const { provider } = options;
  const path = provider?.getSourceFile().fileName ?? setup.path;
  for (const symbol of ['JWT_OPTIONS', 'JwtConfig', 'JwtModuleOptions']) {
    edits.push(dropImport(path, symbol));
  }
  return provider ? [...edits, ...dropModules([provider])] : edits;
}

function dropImport(path: string, symbol: string): Edit {
  return { kind: 'drop-import', path, symbol, module: ANGULAR_JWT };
}
