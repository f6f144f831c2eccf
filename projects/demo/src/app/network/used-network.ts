import { Network } from './network';

/** The mock backend as a server of its own; the static build has another file in this one's place. */
export const NETWORK: Network = {
  direct: 'http://localhost:5000',
  // Through the dev server, see proxy.conf.json.
  proxied: '/mock',
  // The same server, but another name is another origin.
  foreign: 'http://127.0.0.1:5000',
  notice: 'The backend is a mock and forgets everything when it stops.',
  hasCookies: true,
  routerFeatures: [],
  open: () => {},
};
