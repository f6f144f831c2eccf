import { addToList } from '../app/app-list';
import { planHttpClient } from '../app/http-client';
import { findKitSetup } from '../app/kit-setup';
import { replaceModules } from '../app/replace-modules';
import type { NgAddOptions } from '../ng-add/ng-add-options';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import { property } from '../source/object-properties';
import type { Sources } from '../source/sources';
import { ANGULAR_JWT } from './angular-jwt';
import type { JwtModuleCall } from './jwt-module';
import { mergeIntoKitCall, newKitCall } from './kit-call';
import type { KitOptions } from './kit-options';
import type { MigrationReport } from './migration-report';
import { dropTokenGetter } from './token-getter-leftovers';

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
  const { setup, config } = jwt;
  const { path } = setup;
  const edits: Edit[] = [
    { kind: 'drop-import', path, symbol: 'JwtModule', module: ANGULAR_JWT },
    ...(keepsHelper ? [] : dropTokenGetter(sources, config)),
  ];
  const items: string[] = [];
  const known = findKitSetup(sources, paths);
  if (known) {
    edits.push(...mergeIntoKitCall(known, jwt, moved, report));
  } else {
    const call = newKitCall(jwt, moved, answers);
    items.push(call.code);
    edits.push(...call.edits);
    report.addToCheck(
      jwt.call,
      `baseUrl is '${answers.baseUrl}': make it the place of your auth endpoints`,
    );
  }
  const helper = keepsHelper ? helperProviders(jwt) : { items: [], edits: [] };
  edits.push(...helper.edits);
  if (setup.kind === 'standalone') {
    const http = planHttpClient(sources, setup);
    items.push(...(http.provider ? [http.provider] : []), ...helper.items);
    edits.push(...http.edits, ...replaceModules(jwt.call, items, http.replaced));
  } else {
    edits.push(...addToList(setup, 'providers', helper.items), ...replaceModules(jwt.call, items));
  }
  report.addMoved(
    jwt.call,
    `JwtModule.forRoot → ${setup.kind === 'module' ? 'AuthModule.forRoot' : 'provideAuth'}`,
  );
  return edits;
}

/** Keeps JwtHelperService working for code that stays, with the token getter it had. */
function helperProviders({ setup, config }: JwtModuleCall): { items: string[]; edits: Edit[] } {
  const source = config.getSourceFile();
  const [service, options] = ['JwtHelperService', 'JWT_OPTIONS'].map((symbol) =>
    localName(source, symbol, ANGULAR_JWT),
  );
  const getter = property(config, 'tokenGetter')
    ?.getText()
    .replace(/\r?\n\s*/g, ' ');
  return {
    items: [`${service}`, `{ provide: ${options}, useValue: { ${getter} } }`],
    edits: ['JwtHelperService', 'JWT_OPTIONS'].map((symbol) => ({
      kind: 'import',
      path: setup.path,
      symbol,
      module: ANGULAR_JWT,
    })),
  };
}
