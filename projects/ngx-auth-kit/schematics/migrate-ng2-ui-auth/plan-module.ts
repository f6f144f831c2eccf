import ts from 'typescript';
import { addToList } from '../app/app-list';
import { planHttpClient } from '../app/http-client';
import { findKitSetup } from '../app/kit-setup';
import { replaceModules } from '../app/replace-modules';
import { dropLeftovers } from '../migration/drop-leftovers';
import { mergeIntoKitCall, newKitCall } from '../migration/kit-call';
import type { MigrationReport } from '../migration/migration-report';
import type { ModuleCall } from '../migration/module-call';
import type { Edit } from '../source/edits';
import type { Sources } from '../source/sources';
import { NG2_UI_AUTH } from './ng2-ui-auth';
import { UiAuthOptions } from './ui-auth-options';
import { uiAuthConfig } from './ui-auth-config';
import { urlOrigins } from './url-origins';

/** Puts ngx-auth-kit in the place of `Ng2UiAuthModule.forRoot`, and HttpClient, which that brought along. @throws CannotEdit */
export function planModule(
  sources: Sources,
  paths: readonly string[],
  { call, setup }: ModuleCall,
  report: MigrationReport,
): Edit[] {
  const { path, kind } = setup;
  const [config] = call.arguments;
  const source = call.getSourceFile();
  const moved = uiAuthConfig(new UiAuthOptions(sources, call), source, report);
  const known = findKitSetup(sources, paths);
  const created = known ? null : newKitCall(sources, setup, moved, NG2_UI_AUTH);
  const http = planHttpClient(sources, setup);
  const providers = http.provider ? [http.provider] : [];
  const items = created ? [created.code] : [];
  report.addMoved(
    call,
    `Ng2UiAuthModule.forRoot → ${kind === 'module' ? 'AuthModule.forRoot' : 'provideAuth'}`,
  );
  if (http.replaced) report.addMoved(http.replaced, 'HttpClientModule → provideHttpClient');
  const origins = urlOrigins(sources, paths);
  report.addToCheck(
    call,
    `${NG2_UI_AUTH} sent the token everywhere. ngx-auth-kit sends it only to the origin of baseUrl. ` +
      `Add your other APIs to \`allowedUrls\`${origins.length > 0 ? ` (origins in your code: ${origins.join(', ')})` : ''}`,
  );
  report.addToCheck(
    call,
    'auth.login() emits the user or null, and auth.register() emits `{ user, authenticated }`. ' +
      `${NG2_UI_AUTH} emitted the answer of the backend. Errors are of the type AuthError`,
  );
  return [
    { kind: 'drop-import', path, symbol: 'Ng2UiAuthModule', module: NG2_UI_AUTH },
    { kind: 'drop-import', path, symbol: 'StorageType', module: NG2_UI_AUTH },
    ...dropLeftovers(sources, paths, {
      names: config && ts.isIdentifier(config) ? [config] : [],
      gone: [call],
      from: NG2_UI_AUTH,
    }),
    ...(known ? mergeIntoKitCall(sources, known, moved, report) : (created?.edits ?? [])),
    ...http.edits,
    ...(kind === 'module'
      ? [...addToList(setup, 'providers', providers), ...replaceModules(call, items, http.replaced)]
      : replaceModules(call, [...items, ...providers], http.replaced)),
  ];
}
