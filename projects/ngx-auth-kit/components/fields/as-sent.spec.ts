import { asSent } from './as-sent';

describe('what is sent of a one-time code', () => {
  for (const [typed, sent] of [
    ['123 456', '123456'],
    ['123456 \n', '123456'],
    ['\u00a0123\u2009456', '123456'],
    ['\u200e123456\u202c', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۰۹۸ ۷۶۵', '098765'],
    ['１２３', '123'],
    ['ab-12', 'ab-12'],
  ] as const) {
    it(`is ${sent} for ${JSON.stringify(typed)}`, () =>
      expect(asSent(typed, 'numeric', 'one-time-code')).toBe(sent));
  }
});

describe('what is sent of other fields', () => {
  it('is an e-mail address without the white space around it', () =>
    expect(asSent('\u00a0ada@example.com \n', 'email')).toBe('ada@example.com'));

  for (const type of ['text', 'tel', 'url', 'numeric'] as const) {
    it(`is what was typed, for ${type}`, () => expect(asSent(' ١ 2 ', type)).toBe(' ١ 2 '));
  }

  it('is every byte of a password, even of one that is called a code', () =>
    expect(asSent(' ١ 2 ', 'password', 'one-time-code')).toBe(' ١ 2 '));
});
