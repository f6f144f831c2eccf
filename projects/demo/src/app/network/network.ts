import { RouterFeatures } from '@angular/router';

/** What lies between this page and its backends. */
export interface Network {
  /** The origin of the backends that allow CORS. */
  readonly direct: string;
  /** Where those are that know no CORS, or use cookies. */
  readonly proxied: string;
  /** An origin that is none of the backend's. Its `/__mock/echo` tells what arrived. */
  readonly foreign: string;
  /** Where the backend is and how long it remembers, as a sentence for visitors. */
  readonly notice: string;
  /** Whether backends can keep a session in an HttpOnly cookie. */
  readonly hasCookies: boolean;
  readonly routerFeatures: readonly RouterFeatures[];
  /** To be called before the app starts. */
  open(): void;
}
