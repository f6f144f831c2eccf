import { ModuleWithProviders } from '@angular/core';
import { JwtModule } from '@auth0/angular-jwt';

/** @auth0/angular-jwt as its README sets it up. */
export function provideAngularJwt(hosts: readonly string[] = []): ModuleWithProviders<JwtModule> {
  return JwtModule.forRoot({
    config: { tokenGetter: () => localStorage.getItem('token'), allowedDomains: [...hosts] },
  });
}
