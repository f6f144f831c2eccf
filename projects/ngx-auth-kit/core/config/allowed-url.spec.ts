import { isUnderPath, parseAllowedUrl } from './allowed-url';

describe('parseAllowedUrl', () => {
  const accepted: Record<string, { origin: string | null; path: string }> = {
    'https://api.example.com': { origin: 'https://api.example.com', path: '' },
    'https://api.example.com/': { origin: 'https://api.example.com', path: '' },
    'HTTPS://API.example.com:443/v1/': { origin: 'https://api.example.com', path: '/v1' },
    'http://localhost:5000/auth': { origin: 'http://localhost:5000', path: '/auth' },
    '/api': { origin: null, path: '/api' },
    '/api/': { origin: null, path: '/api' },
    '/': { origin: null, path: '' },
  };
  for (const [entry, parsed] of Object.entries(accepted)) {
    it(`takes ${entry}`, () => expect(parseAllowedUrl(entry, 'allowedUrls')).toEqual(parsed));
  }

  const refused: readonly unknown[] = [
    '*',
    'https://*.example.com',
    'https://api.example.com/*',
    'api.example.com',
    'localhost:5000',
    'api',
    '',
    '//api.example.com',
    'https://',
    'https:///api',
    'ftp://api.example.com',
    'javascript:alert(1)',
    'blob:https://api.example.com/1',
    'https://user@api.example.com',
    'https://user:secret@api.example.com',
    'https://api.example.com?x=1',
    'https://api.example.com#x',
    '/api?x=1',
    '/api#x',
    '\\\\api.example.com',
    '/\\api.example.com',
    ' https://api.example.com',
    /api/,
    null,
    undefined,
    42,
    new URL('https://api.example.com'),
  ];
  for (const entry of refused) {
    it(`refuses ${String(entry)} and names the option`, () => {
      expect(() => parseAllowedUrl(entry, 'allowedUrls')).toThrowError(
        /option "allowedUrls" is .*Use an http/,
      );
    });
  }
});

describe('isUnderPath', () => {
  const cases: readonly [string, string, boolean][] = [
    ['/api', '/api', true],
    ['/api/', '/api', true],
    ['/api/users', '/api', true],
    ['/apix', '/api', false],
    ['/API', '/api', false],
    ['/api%2Fusers', '/api', false],
    ['/other/api', '/api', false],
    ['/', '', true],
    ['/anything', '', true],
  ];
  for (const [pathname, path, expected] of cases) {
    it(`says ${expected} for ${pathname} under ${path || '/'}`, () => {
      expect(isUnderPath(pathname, path)).toBe(expected);
    });
  }
});
