import type ts from 'typescript';
import { addToList } from '../app/app-list';
import type { AppSetup } from '../app/app-setup';
import { planHttpClient } from '../app/http-client';
import { findHttpClientModule } from '../app/http-client-module';
import { findKitSetup, KIT } from '../app/kit-setup';
import { replaceModules } from '../app/replace-modules';
import { placeOf } from '../source/cannot-edit';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import type { Sources } from '../source/sources';
import { configProperties } from './kit-config-code';
import { DEFAULT_BACKEND, type NgAddOptions } from './ng-add-options';

/** What is to be edited, and what the user should know about it. */
export interface SetupPlan {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

const NOTHING: SetupPlan = { edits: [], notes: [] };

/**
 * Plans what the app has to provide: `provideAuth` or `AuthModule.forRoot`, and HttpClient with the
 * interceptor. Nothing for what is there. @throws CannotEdit
 */
export function planSetup(sources: Sources, setup: AppSetup, options: NgAddOptions): SetupPlan {
  const source = setup.object.getSourceFile();
  const isSetUp = !!findKitSetup(sources, [setup.path]);
  // Beside AuthModule.forRoot, the deprecated module does what is needed.
  if (isSetUp && setup.kind === 'module' && findHttpClientModule(setup)) return NOTHING;
  const http = planHttpClient(sources, setup);
  const providers = http.provider ? [http.provider] : [];
  const edits: Edit[] = [...http.edits];
  const modules: string[] = [];
  if (!isSetUp) {
    const symbol = setup.kind === 'module' ? 'AuthModule' : 'provideAuth';
    const name = localName(source, symbol, KIT);
    const config = `{ ${configProperties(source, options).join(', ')} }`;
    edits.push({ kind: 'import', path: setup.path, symbol, module: KIT });
    if (options.backend !== DEFAULT_BACKEND) {
      edits.push({ kind: 'import', path: setup.path, symbol: options.backend, module: KIT });
    }
    if (setup.kind === 'module') modules.push(`${name}.forRoot(${config})`);
    else providers.push(`${name}(${config})`);
  }
  const { replaced } = http;
  const place = setup.kind === 'module' ? 'imports' : 'providers';
  for (const [list, items] of Object.entries({ imports: modules, providers })) {
    edits.push(
      ...(replaced && list === place
        ? replaceModules(replaced, items)
        : addToList(setup, list as typeof place, items)),
    );
  }
  return { edits, notes: replaced ? [replacedNote(replaced)] : [] };
}

function replacedNote(module: ts.Identifier): string {
  const place = placeOf(module.getSourceFile().fileName, module);
  return `${place}: HttpClientModule is deprecated. It was replaced by provideHttpClient() with the same features.`;
}
