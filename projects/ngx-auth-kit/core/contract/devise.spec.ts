import { devise } from '../backends/devise';
import { describeAccount } from './describe-account';
import { realServer } from './real-server';

const server = realServer('devise');
if (server) {
  describeAccount('devise on Rails', {
    // The server brings the route of the user, as apps do.
    backend: { ...devise, endpoints: { ...devise.endpoints, status: { path: '/me' } } },
    baseUrl: server.proxied,
    proxied: server.proxied,
    ada: { email: 'ada@example.com', password: 'correct horse battery' },
    adaUser: { id: 1, email: 'ada@example.com' },
    missingField: 'invalid_credentials',
    wrongPassword: 'validation',
    revokes: true,
  });
}
