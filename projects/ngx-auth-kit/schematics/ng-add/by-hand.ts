import type { AppSetup } from '../app/app-setup';
import { authRoutesFor } from './auth-routes';
import { DEFAULT_BACKEND, type NgAddOptions } from './ng-add-options';

/** What the user is to write where the set-up cannot be edited. */
export function setupByHand(kind: AppSetup['kind'], options: NgAddOptions): string {
  const backend = options.backend === DEFAULT_BACKEND ? '' : `, backend: ${options.backend}`;
  const config = `{ baseUrl: '${options.baseUrl}'${backend} }`;
  const preset = backend && `, ${options.backend}`;
  return kind === 'module'
    ? `  import { provideHttpClient, withInterceptorsFromDi } from '@angular/common/http';
  import { AuthModule${preset} } from 'ngx-auth-kit';

  imports: [AuthModule.forRoot(${config})],
  providers: [provideHttpClient(withInterceptorsFromDi())],`
    : `  import { provideHttpClient, withInterceptors } from '@angular/common/http';
  import { authInterceptor, provideAuth${preset} } from 'ngx-auth-kit';

  provideHttpClient(withInterceptors([authInterceptor])),
  provideAuth(${config}),`;
}

/** The routes that the user is to write, or to name with `loginUrl` and `homeUrl`. */
export function routesByHand({ backend }: NgAddOptions): string {
  const wanted = authRoutesFor(backend);
  const routes = wanted.map(
    ({ path, component, guard }) =>
      `  { path: '${path}', component: ${component}, canActivate: [${guard}] },`,
  );
  const symbols = wanted.flatMap(({ component, guard }) => [component, guard]);
  const imports = `  import { ${[...new Set(symbols)].join(', ')} } from 'ngx-auth-kit';`;
  return [imports, '', ...routes].join('\n');
}
