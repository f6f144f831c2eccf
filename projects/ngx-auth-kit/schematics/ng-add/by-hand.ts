import type { AppSetup } from '../app/app-setup';
import { authRoutesFor } from './auth-routes';
import { DEFAULT_BACKEND, type NgAddOptions } from './ng-add-options';

/** What the user is to write where the set-up cannot be edited. */
export function setupByHand(
  kind: AppSetup['kind'],
  options: Pick<NgAddOptions, 'baseUrl' | 'backend'>,
): string {
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

/** How an app without a router gets one. */
export function routerByHand(kind: AppSetup['kind']): string {
  const provided =
    kind === 'module'
      ? 'imports: [RouterModule.forRoot(routes)],'
      : 'providers: [provideRouter(routes)],';
  const outlet =
    '<router-outlet /> in the template of the root component' +
    (kind === 'module' ? '' : ', and RouterOutlet in its imports');
  const symbols = kind === 'module' ? 'RouterModule, Routes' : 'provideRouter, Routes';
  return `  import { ${symbols} } from '@angular/router';

  const routes: Routes = []; // with the routes below
  ${provided}

  ${outlet}`;
}
