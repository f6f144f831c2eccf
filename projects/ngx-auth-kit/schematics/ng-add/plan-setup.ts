import { addToList } from '../app/app-list';
import type { AppSetup } from '../app/app-setup';
import { planHttpClient } from '../app/http-client';
import { findKitSetup, KIT } from '../app/kit-setup';
import type { Edit } from '../source/edits';
import { localName } from '../source/import-names';
import type { Sources } from '../source/sources';
import { configProperties } from './kit-config-code';
import { DEFAULT_BACKEND, type NgAddOptions } from './ng-add-options';

/**
 * Plans what the app has to provide: `provideAuth` or `AuthModule.forRoot`, and HttpClient with the
 * interceptor. Nothing for what is there. @throws CannotEdit
 */
export function planSetup(sources: Sources, setup: AppSetup, options: NgAddOptions): Edit[] {
  const source = setup.object.getSourceFile();
  const http = planHttpClient(setup);
  const providers = http.provider ? [http.provider] : [];
  const edits: Edit[] = [...http.edits];
  const modules: string[] = [];
  if (!findKitSetup(sources, [setup.path])) {
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
  return [
    ...edits,
    ...addToList(setup, 'imports', modules),
    ...addToList(setup, 'providers', providers),
  ];
}
