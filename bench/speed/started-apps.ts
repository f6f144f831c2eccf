import { BuildFailure } from '../size/build-failure.ts';
import { buildOnce } from '../size/build-once.ts';

/** The label of the app that the others are compared with. */
export const BASELINE = 'no auth';

const ENTRIES: Readonly<Record<string, string>> = {
  [BASELINE]: 'apps/baseline.ts',
  'ngx-auth-kit, core': 'apps/core.ts',
  'ngx-auth-kit, everything': 'apps/everything.ts',
  '@auth0/angular-jwt, tutorial service and guard': 'peers/apps/angular-jwt.ts',
  'ngx-auth': 'peers/apps/ngx-auth.ts',
  'angular-oauth2-oidc': 'peers/apps/angular-oauth2-oidc.ts',
  'angular-auth-oidc-client': 'peers/apps/angular-auth-oidc-client.ts',
  'keycloak-angular': 'peers/apps/keycloak-angular.ts',
  '@auth0/auth0-angular': 'peers/apps/auth0-angular.ts',
  '@nebular/auth': 'peers/apps/nebular-auth.ts',
};

/** The folders of the apps whose start is timed, by label; without those that do not build. */
export function startedApps(): ReadonlyMap<string, string> {
  const folders = new Map<string, string>();
  for (const [label, entry] of Object.entries(ENTRIES)) {
    try {
      folders.set(label, buildOnce(entry));
    } catch (error) {
      // The size table says why.
      if (!(error instanceof BuildFailure)) throw error;
    }
  }
  return folders;
}
