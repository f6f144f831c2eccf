import { encode, encodeBytes, encodeText, jwt } from '../../../test-support/jwt';
import { parseAccessToken } from './access-token';
import { whyMalformed } from './why-malformed';

const HEADER = encode({ alg: 'HS256' });
const PAYLOAD = encode({ sub: 1 });
const SIGNATURE = 'c2lnbmF0dXJl';

describe('parseAccessToken', () => {
  it('reads claims and expiry of a JWT', () => {
    expect(parseAccessToken(jwt({ sub: 7, exp: 2_000_000_000 }))).toEqual(
      jasmine.objectContaining({
        claims: { sub: 7, exp: 2_000_000_000 },
        expiresAt: 2_000_000_000_000,
      }),
    );
  });

  it('takes an expiry beyond what a Date can hold for never', () => {
    expect(parseAccessToken(jwt({ exp: 1e15 }))?.expiresAt).toBeNull();
  });

  it('reads claims as UTF-8', () => {
    expect(parseAccessToken(jwt({ name: 'Zoë 李 🦊' }))?.claims).toEqual({ name: 'Zoë 李 🦊' });
  });

  const usable: Record<string, string> = {
    'an opaque string': 'a1b2c3',
    'one character': 'x',
    'the longest allowed': 'a'.repeat(16_384),
    'every allowed character': "!#$%&'*+-./09:=?@AZ^_`az|~",
    'dots without a header': 'a.b.c',
    'a word that only starts like a forbidden one': 'nullable',
    'three segments whose first is JSON without alg': `${encode({ typ: 'JWT' })}.x.y`,
    'a first segment with a numeric alg': `${encode({ alg: 1 })}.x.y`,
    'a first segment that is a JSON array': `${encode(['alg'])}.x.y`,
    'a JWE of five segments': `${encode({ alg: 'dir', enc: 'A256GCM' })}..aXY.Y3Q.dGFn`,
  };
  for (const [what, token] of Object.entries(usable)) {
    it(`takes ${what} as an opaque token`, () => {
      expect(parseAccessToken(token)).toEqual({ value: token, claims: null, expiresAt: null });
    });
  }

  const malformed: Record<string, unknown> = {
    'an empty string': '',
    undefined: undefined,
    null: null,
    'a number': 42,
    'an object': { toString: () => 'token' },
    'a boxed string': new String('token'),
    'an array': ['token'],
    'the word undefined': 'undefined',
    'the word null': 'null',
    'the word NaN': 'NaN',
    'the word true': 'true',
    'the word false': 'false',
    'one character too many': 'a'.repeat(16_385),
    'a space inside': 'a b',
    'a line feed at the end': 'abc\n',
    'a carriage return': 'abc\r\nX-Evil: 1',
    'a NUL': 'a\u0000b',
    'a non-ASCII letter': 'tokén',
    DEL: 'a\u007f',
    ...Object.fromEntries([...'"(),;<>[\\]{}'].map((c) => [`the character ${c}`, `a${c}b`])),
    'alg none': jwt({}, { alg: 'none' }),
    'alg nOnE': jwt({}, { alg: 'nOnE' }),
    'a header alone': HEADER,
    'two segments': `${HEADER}.${PAYLOAD}`,
    'four segments': `${HEADER}.${PAYLOAD}.a.b`,
    'five segments without enc': `${HEADER}.${PAYLOAD}.a.b.c`,
    'an empty signature': `${HEADER}.${PAYLOAD}.`,
    'an empty payload': `${HEADER}..${SIGNATURE}`,
    'padding in the payload': `${HEADER}.${encode({ a: 1 })}=.${SIGNATURE}`,
    'plain base64 characters in the signature': `${HEADER}.${PAYLOAD}.a+b/`,
    'an impossible length': `${HEADER}.${PAYLOAD}.abcde`,
    'stray trailing bits': `${HEADER}.${PAYLOAD}.YR`,
    'a payload that is not JSON': `${HEADER}.${encodeText('{"sub":')}.${SIGNATURE}`,
    'a payload that is an array': `${HEADER}.${encode([1])}.${SIGNATURE}`,
    'a payload that is null': `${HEADER}.${encode(null)}.${SIGNATURE}`,
    'a payload that is a string': `${HEADER}.${encode('sub')}.${SIGNATURE}`,
    'a payload in Latin-1': `${HEADER}.${encodeBytes([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d])}.${SIGNATURE}`,
    'an overlong UTF-8 sequence': `${HEADER}.${encodeBytes([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d])}.${SIGNATURE}`,
    'a payload with a byte order mark': `${HEADER}.${encodeBytes([0xef, 0xbb, 0xbf, 0x7b, 0x7d])}.${SIGNATURE}`,
    'exp null': jwt({ exp: null }),
    'exp as a string': jwt({ exp: '2000000000' }),
    'exp true': jwt({ exp: true }),
    'exp too large for a number': `${HEADER}.${encodeText('{"exp":1e999}')}.${SIGNATURE}`,
  };
  for (const [what, value] of Object.entries(malformed)) {
    it(`refuses ${what}, and can say why without quoting it`, () => {
      expect(parseAccessToken(value)).toBeNull();
      const why = whyMalformed(value);
      expect(why).toMatch(/^(is|has|claims) .+/);
      if (typeof value === 'string' && value.length > 9) expect(why).not.toContain(value);
    });
  }

  it('leaves Object.prototype alone', () => {
    const token = `${HEADER}.${encodeText('{"__proto__":{"polluted":true},"constructor":1}')}.${SIGNATURE}`;
    expect(parseAccessToken(token)).not.toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
