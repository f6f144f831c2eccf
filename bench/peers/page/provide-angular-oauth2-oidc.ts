import { EnvironmentProviders } from '@angular/core';
import { provideOAuthClient } from 'angular-oauth2-oidc';

/** angular-oauth2-oidc's interceptor as its documentation sets it up. */
export function provideAngularOAuth2Oidc(urls: readonly string[]): EnvironmentProviders {
  return provideOAuthClient({ resourceServer: { allowedUrls: [...urls], sendAccessToken: true } });
}
