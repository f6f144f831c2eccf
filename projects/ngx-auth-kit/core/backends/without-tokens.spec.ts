import { withoutTokens } from './without-tokens';

class Person {
  constructor(
    readonly name: string,
    readonly token?: string,
  ) {}

  get greeting(): string {
    return `Hello ${this.name}`;
  }
}

describe('withoutTokens', () => {
  const users: Record<string, unknown> = {
    'tokens beside the user': { id: 1, access_token: 'a', refreshToken: 'b', token_type: 'bearer' },
    'tokens further down': { id: 1, tokens: { jwt: 'a' }, devices: [{ token: 'b' }] },
    'a known token under any name': { id: 1, access: 'known-1', nested: [{ bearer: 'known-2' }] },
    'a list of known tokens': { id: 1, all: ['known-1', 'known-2'] },
  };
  for (const [what, user] of Object.entries(users)) {
    it(`removes ${what}`, () => {
      const text = JSON.stringify(withoutTokens(user, 'known-1', 'known-2'));
      expect(text).toContain('"id":1');
      expect(text).not.toMatch(/"(a|b|known-\d|bearer)"/);
    });
  }

  it('leaves what was given as it is', () => {
    const body = { id: 1, token: 'a', session: { jwt: 'b' } };
    withoutTokens(body);
    expect(body).toEqual({ id: 1, token: 'a', session: { jwt: 'b' } });
  });

  it('gives an object without tokens back', () => {
    const user = { id: 1, born: new Date(0), keys: [{ key: 'C major' }], nothing: null };
    expect(withoutTokens(user)).toBe(user as object as Record<string, unknown>);
  });

  it('keeps the class of the user', () => {
    const user = withoutTokens(new Person('Ada', 'secret')) as object as Person;
    expect(user.greeting).toBe('Hello Ada');
    expect(user.token).toBeUndefined();
  });

  it('ends where an object is in itself', () => {
    const user: Record<string, unknown> = { id: 1, token: 'a' };
    user['self'] = user;
    expect(withoutTokens(user)?.['token']).toBeUndefined();
  });

  it('has no user in a list, a text, an empty object or tokens alone', () => {
    for (const value of [[{ id: 1 }], '<h1>Hi</h1>', 7, true, null, undefined, {}, { key: 'a' }]) {
      expect(withoutTokens(value)).toBeNull();
    }
  });

  it('has no property named __proto__ in a user', () => {
    const user = withoutTokens(JSON.parse('{"id":1,"__proto__":{"admin":true}}'));
    expect(Object.assign({}, user)).toEqual({ id: 1 });
    expect(Object.getPrototypeOf(user)).toBe(Object.prototype);
  });
});
