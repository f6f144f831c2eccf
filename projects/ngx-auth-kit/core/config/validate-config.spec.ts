import { flaskJwtAuth } from '../backends/flask-jwt-auth';
import { AuthConfig } from './auth-config';
import { AuthModule } from '../../components/module/auth-module';
import { provideAuth } from './provide-auth';

const baseUrl = 'http://localhost:5000/auth';

describe('configuration', () => {
  const usable: readonly AuthConfig[] = [
    { baseUrl },
    { baseUrl: '/api' },
    { baseUrl: '/' },
    { baseUrl: 'https://api.example.com/' },
    { baseUrl, headerPrefix: '' },
    { baseUrl, headerPrefix: 'JWT', headerName: 'X-Token', tokenKey: 'jwt' },
    { baseUrl, storage: 'session' },
    {
      baseUrl,
      storage: { get: () => null, set: () => undefined, remove: () => undefined },
    },
    { baseUrl, allowedUrls: [] },
    { baseUrl, allowedUrls: ['https://api.example.com', '/api'] },
    { baseUrl, loginUrl: '/account/sign-in', homeUrl: '/', requestTimeout: 1 },
    { baseUrl, backend: { ...flaskJwtAuth, session: 'cookie' } },
    { baseUrl, backend: { ...flaskJwtAuth, identifier: 'phone', asksPassword: false } },
  ];
  for (const config of usable) {
    it(`takes ${JSON.stringify(config)}`, () => {
      expect(() => provideAuth(config)).not.toThrow();
    });
  }

  const unusable: readonly [option: string, config: unknown][] = [
    ['config', undefined],
    ['config', null],
    ['baseUrl', {}],
    ...['', ' ', 'api', 'localhost:5000', 'example.com/api', '//api.example.com', 'ftp://a.example']
      .concat(
        'http://',
        'https:///x',
        'javascript:alert(1)',
        'http://a b',
        '/a?b',
        'http://a.example#x',
      )
      .concat('http://user:secret@a.example', '/\\evil.example', ' http://a.example')
      .map((value): [string, unknown] => ['baseUrl', { baseUrl: value }]),
    ['baseUrl', { baseUrl: null }],
    ['baseUrl', { baseUrl: new URL(baseUrl) }],
    ['headerName', { baseUrl, headerName: '' }],
    ['headerName', { baseUrl, headerName: 'X Token' }],
    ['headerPrefix', { baseUrl, headerPrefix: 'Bearer\r\n' }],
    ['headerPrefix', { baseUrl, headerPrefix: 'Bearer ' }],
    ['headerPrefix', { baseUrl, headerPrefix: null }],
    ['tokenKey', { baseUrl, tokenKey: '' }],
    ['storage', { baseUrl, storage: 'cookie' }],
    ['storage', { baseUrl, storage: null }],
    ['storage', { baseUrl, storage: { get: () => null } }],
    ['allowedUrls', { baseUrl, allowedUrls: '*' }],
    ['allowedUrls', { baseUrl, allowedUrls: /api/ }],
    ['allowedUrls', { baseUrl, allowedUrls: ['*'] }],
    ['allowedUrls', { baseUrl, allowedUrls: ['api.example.com'] }],
    ['allowedUrls', { baseUrl, allowedUrls: [/api/] }],
    ['loginUrl', { baseUrl, loginUrl: 'login' }],
    ['loginUrl', { baseUrl, loginUrl: '//evil.example' }],
    ['homeUrl', { baseUrl, homeUrl: 'https://evil.example' }],
    ['homeUrl', { baseUrl, loginUrl: '/status' }],
    ['requestTimeout', { baseUrl, requestTimeout: 0 }],
    ['requestTimeout', { baseUrl, requestTimeout: NaN }],
    ['requestTimeout', { baseUrl, requestTimeout: Infinity }],
    ['requestTimeout', { baseUrl, requestTimeout: '5' }],
    ['backend', { baseUrl, backend: {} }],
    ['backend', { baseUrl, backend: null }],
    ['backend.session', { baseUrl, backend: { ...flaskJwtAuth, session: 'jwt' } }],
    ['backend.identifier', { baseUrl, backend: { ...flaskJwtAuth, identifier: 'mobile' } }],
    ['backend.asksPassword', { baseUrl, backend: { ...flaskJwtAuth, asksPassword: 'false' } }],
    ['backend.headerPrefix', { baseUrl, backend: { ...flaskJwtAuth, headerPrefix: 'a b' } }],
    [
      'backend.xsrf.renewal',
      {
        baseUrl,
        backend: { ...flaskJwtAuth, xsrf: { cookie: 'c', header: 'X-C', path: '/csrf' } },
      },
    ],
    [
      'backend.endpoints.login.path',
      { baseUrl, backend: { ...flaskJwtAuth, endpoints: { login: { path: 'login' } } } },
    ],
  ];
  for (const [option, config] of unusable) {
    it(`refuses ${JSON.stringify(config)} for its ${option}`, () => {
      const says = new RegExp(
        `ngx-auth-kit: option "${option.replaceAll('.', '\\.')}" is .+\\. [A-Z]`,
      );
      expect(() => provideAuth(config as AuthConfig)).toThrowError(says);
      expect(() => AuthModule.forRoot(config as AuthConfig)).toThrowError(says);
    });
  }

  it('does not print the password of a base URL', () => {
    expect(() => provideAuth({ baseUrl: 'http://user:secret@a.example' })).toThrowError(
      /^(?!.*secret)/,
    );
  });
});
