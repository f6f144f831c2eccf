import { InjectionToken } from '@angular/core';
import { AuthBackend, AuthConfig, AuthFeature, flaskJwtAuth } from 'ngx-auth-kit';
import { CodeFile } from '../code/code-panel';

/** One of the backends that this demo can talk to. */
export interface Dialect {
  /** As the mock backend calls it. */
  readonly name: string;
  readonly config: AuthConfig;
  readonly features: readonly AuthFeature[];
  /** `config` and `features` as one would write them. */
  readonly code: string;
  /** What `config` takes from files of this demo. */
  readonly backendFiles?: readonly CodeFile[];
  /** Where the mock backend has the dialect, its resources included. */
  readonly mount: string;
}

/** The dialect that this page speaks until it is loaded anew. */
export const DIALECT = new InjectionToken<Dialect>('DIALECT');

export function backendOf({ config }: Dialect): AuthBackend {
  return config.backend ?? flaskJwtAuth;
}
