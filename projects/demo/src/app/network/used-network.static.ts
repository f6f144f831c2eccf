import { withHashLocation } from '@angular/router';
import { InPageServer } from './in-page-server';
import { Network } from './network';

const BACKEND = 'https://backend.example';
const FOREIGN = 'https://elsewhere.example';

/** The mock backend inside the page: static files are all there is. */
export const NETWORK: Network = {
  direct: BACKEND,
  proxied: BACKEND,
  foreign: FOREIGN,
  notice:
    'The backend is a mock inside this page: nothing leaves your browser, which keeps it for you.',
  // Set-Cookie and Cookie are out of reach for scripts, and so for this backend.
  hasCookies: false,
  // A static host has one document, at a path that nobody knows beforehand.
  routerFeatures: [withHashLocation()],
  open: () => new InPageServer([BACKEND, FOREIGN]).open(),
};
