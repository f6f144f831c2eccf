import { authLabelsEn } from '../../labels/auth-labels-en';
import { AuthError, AuthErrorCode } from './auth-error';

describe('AuthError', () => {
  for (const code of Object.keys(authLabelsEn.errors) as AuthErrorCode[]) {
    it(`says "${code}" in plain words where the backend says nothing`, () => {
      const { message, detail } = new AuthError(code);
      expect(message).toMatch(/^[A-Z][a-z -]+(: [a-z ]+)?\.$/);
      expect(detail).toBeNull();
    });
  }

  it('says what the backend said', () => {
    const { message, detail } = new AuthError('rejected', { message: 'No more seats.' });
    expect([message, detail]).toEqual(['No more seats.', 'No more seats.']);
  });
});
