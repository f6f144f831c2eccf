import { Provider } from '@angular/core';

/** What `withTokenRefresh()` and its like return: an extra that an app without it does not ship. */
export interface AuthFeature {
  /** The feature's name, for messages about contradictions. */
  readonly kind: string;
  readonly providers: readonly Provider[];
}
