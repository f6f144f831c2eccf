import { nestJs } from '../backends/nest-js';
import { describeAccount } from './describe-account';
import { realServer } from './real-server';

const server = realServer('nest-js');
if (server) {
  describeAccount('nestJs on NestJS', {
    backend: nestJs,
    baseUrl: server.url,
    proxied: server.proxied,
    ada: { username: 'ada', password: 'correct horse battery' },
    adaUser: { sub: 1, username: 'ada' },
    missingField: 'validation',
  });
}
