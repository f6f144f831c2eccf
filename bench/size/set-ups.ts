import { peerVersion } from '../peers/install-peers.ts';

/** A row of the size table. */
export interface SetUp {
  readonly label: string;
  /** Its entry file, in `bench`. */
  readonly entry: string;
  /** Whether it is an app of NgModules, which has another baseline. */
  readonly isModule?: boolean;
}

/** ngx-auth-kit as users may use it. */
export const OWN_SET_UPS: readonly SetUp[] = [
  { label: '**core**: service, interceptor, guard', entry: 'apps/core.ts' },
  { label: 'core, `withTokenRefresh()`', entry: 'apps/refresh.ts' },
  {
    label: 'core, the three components, lazy',
    entry: 'apps/components-lazy.ts',
  },
  { label: 'core, the three components, eager', entry: 'apps/components.ts' },
  {
    label: 'everything: all guards, features and components',
    entry: 'apps/everything.ts',
  },
  { label: '`AuthModule.forRoot()`, no component used', entry: 'apps/module.ts', isModule: true },
];

/** The same app with other libraries. */
export function peerSetUps(): readonly SetUp[] {
  const named = (...packages: readonly string[]) =>
    packages.map((name) => `${name} ${peerVersion(name)}`).join(' + ');
  const jwt = named('@auth0/angular-jwt');
  return [
    { label: `${jwt}, tutorial service and guard`, entry: 'peers/apps/angular-jwt.ts' },
    {
      label: `${jwt}, tutorial service, guard, login form`,
      entry: 'peers/apps/angular-jwt-form.ts',
    },
    { label: `${named('ngx-auth')}, own service`, entry: 'peers/apps/ngx-auth.ts' },
    { label: named('angular-oauth2-oidc'), entry: 'peers/apps/angular-oauth2-oidc.ts' },
    { label: named('angular-auth-oidc-client'), entry: 'peers/apps/angular-auth-oidc-client.ts' },
    { label: named('keycloak-angular', 'keycloak-js'), entry: 'peers/apps/keycloak-angular.ts' },
    { label: named('@auth0/auth0-angular'), entry: 'peers/apps/auth0-angular.ts' },
    {
      label: `${named('@nebular/auth', '@angular/cdk')}, login and registration`,
      entry: 'peers/apps/nebular-auth.ts',
    },
  ];
}
