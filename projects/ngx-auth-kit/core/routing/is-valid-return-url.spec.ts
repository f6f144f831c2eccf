import { isValidReturnUrl } from './is-valid-return-url';

describe('isValidReturnUrl', () => {
  const accepted: readonly string[] = [
    '/',
    '/status',
    '/a/b/c',
    '/a?b=c&d=e#f',
    '/login-history',
    '/logins',
    '/account/login',
    '/registered',
    '/register/confirm',
    '/caf%C3%A9',
    '/café/李',
    '/search?q=%2F%2Fevil.example',
    '/search?next=https://evil.example',
    '/search?q=a\\b',
    '/a#//evil.example',
    '/a%20b',
    '/a:b',
    '/a@b',
    '/matrix;id=1;x=2/deep',
    '/(popup:compose)',
    '/home(popup:compose)',
    '/x/(y)',
    '/tags/100%25',
    '/tags/100%2525',
    '/tags/50%25%20off',
    '/files/C%3A%5CTemp',
    '/files/%5C%5Cserver%5Cshare',
    '/search(popup:logins)',
    '/x:login',
    '/login-history/(a)',
    '/why%3F',
    `/${'a'.repeat(2_047)}`,
  ];
  for (const url of accepted) {
    it(`accepts ${url.slice(0, 60)}`, () => expect(isValidReturnUrl(url, '/login')).toBeTrue());
  }

  const refused: readonly unknown[] = [
    undefined,
    null,
    42,
    ['/a'],
    { toString: () => '/a' },
    '',
    'status',
    './status',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\u0000b',
    '/a\u0085b',
    '/a\ud800',
    '/a\\b',
    '/.//evil.example',
    '/..//evil.example',
    '/a/..//evil.example',
    '/%2F/evil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%252F%252Fevil.example',
    '/%25252Fevil.example',
    '/%09/evil.example',
    '/%00',
    '/%0d%0aSet-Cookie:x',
    '/%2e%2e//evil.example',
    '/\uff0fevil.example',
    '/\uff3cevil.example',
    '/%EF%BC%8Fevil.example',
    '/%E0%A4%A',
    '/a?b=%E0%A4%A',
    '/%',
    '/login',
    '/login/',
    '/LOGIN',
    '/login?returnUrl=/a',
    '/login#x',
    '/login;a=1',
    '/l%6fgin',
    '/%6c%6f%67%69%6e',
    '/l%256fgin',
    '/a/../login',
    '/./login',
    '/register',
    '/logout',
    '/(logout)',
    '/(primary:logout)',
    '/logout()',
    '/(login)',
    '/(LOGIN)',
    '/(login;a=1)',
    '/login;a=1(popup:x)',
    '/x/(logout)',
    '/x/(primary:logout)',
    '/home(popup:login)',
    '/home(popup:a//side:logout)',
    '/home(popup:x/(register))',
    '/(login/)',
    '/login//x',
    '/login)x',
    '/%28logout%29',
    '/%2528logout%2529',
    '/\uff08logout\uff09',
    '/x/..%5Clogin',
    '/x/%2e%2e/(login)',
    '/\uff052Fevil.example',
    '/a%5C..%5C%5Cevil.example',
    '/a(b',
    '/a(b:c',
    `/${'('.repeat(2_000)}`,
    `/${'a'.repeat(2_048)}`,
  ];
  for (const url of refused) {
    it(`refuses ${JSON.stringify(url)?.slice(0, 60)}`, () =>
      expect(isValidReturnUrl(url, '/login')).toBeFalse());
  }

  it('knows the login route from the configuration, and its siblings', () => {
    expect(isValidReturnUrl('/account/sign-in', '/account/sign-in?x=1')).toBeFalse();
    expect(isValidReturnUrl('/account/register', '/account/sign-in')).toBeFalse();
    expect(isValidReturnUrl('/login', '/account/sign-in')).toBeTrue();
    expect(isValidReturnUrl('/account/(sign-in)', '/account/sign-in')).toBeFalse();
    expect(isValidReturnUrl('/(account/(sign-in))', '/account/sign-in')).toBeFalse();
  });

  it('knows a login page at the root', () => {
    expect(isValidReturnUrl('/', '/')).toBeFalse();
    expect(isValidReturnUrl('/?a=b', '/')).toBeFalse();
    expect(isValidReturnUrl('/(popup:x)', '/')).toBeFalse();
    expect(isValidReturnUrl('/home', '/')).toBeTrue();
  });
});
