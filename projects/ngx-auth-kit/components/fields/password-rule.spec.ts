import { authLabelsEn } from '../../labels/auth-labels-en';
import { digit, minLength, mixedCase, PasswordRule, symbol } from './password-rule';

const CASES: [string, PasswordRule, met: string[], unmet: string[]][] = [
  [
    'minLength(4)',
    minLength(4),
    ['abcd', '    ', '👩👩👩👩', '密码密码'],
    ['', 'abc', '👩👩', '👩👩👩'],
  ],
  ['minLength(64)', minLength(64), ['x'.repeat(64), 'x'.repeat(10_000)], ['x'.repeat(63)]],
  ['mixedCase', mixedCase, ['aB', 'éÀ', 'яЖ'], ['', 'ab', 'AB', '密码', '12']],
  ['digit', digit, ['1', 'a9', '٣'], ['', 'abc', '½']],
  ['symbol', symbol, ['!', 'a%', '👩', '、'], ['', 'aB3', ' ', 'é', 'e\u0301']],
];

for (const [name, rule, met, unmet] of CASES) {
  describe(`the password rule ${name}`, () => {
    for (const password of met) {
      it(`is met by ${JSON.stringify(password.slice(0, 12))} of ${password.length}`, () =>
        expect(rule.test(password)).toBeTrue());
    }
    for (const password of unmet) {
      it(`is not met by ${JSON.stringify(password.slice(0, 12))} of ${password.length}`, () =>
        expect(rule.test(password)).toBeFalse());
    }
    it('has a label', () => {
      const label = typeof rule.label === 'string' ? rule.label : rule.label(authLabelsEn);
      expect(label).toMatch(/\w/);
    });
  });
}
