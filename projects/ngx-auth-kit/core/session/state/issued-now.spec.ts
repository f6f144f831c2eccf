import { jwt } from '../../../test-support/jwt';
import { issuedNow } from './issued-now';
import { toSessionTokens } from './session-tokens';

const ISSUED = 1_800_000_000;
/** By the server's clock, in milliseconds. */
const SERVER = ISSUED * 1000;

/** What is learned from a token for 20 seconds, at a moment by the client's clock. */
function offsetOf(now: number, took: number, known = 0): number {
  const tokens = toSessionTokens({ accessToken: jwt({ iat: ISSUED, exp: ISSUED + 20 }) }, 'Bearer');
  return issuedNow(tokens!, { now, took }, known).offset;
}

describe('the offset of the clock, learned from an answer', () => {
  it('is what the clocks differ by, if the answer came at once', () => {
    expect(offsetOf(SERVER - 5_000, 0)).toBe(5_000);
    expect(offsetOf(SERVER + 5_000, 0, 3_000)).toBe(-5_000);
  });

  it('is none if a slow answer explains the difference', () => {
    expect(offsetOf(SERVER + 19_000, 19_100)).toBe(0);
  });

  it('stays as it was if that is possible', () => {
    expect(offsetOf(SERVER + 19_000, 19_100, -3_000)).toBe(-3_000);
  });

  it('is the nearest that is possible', () => {
    expect(offsetOf(SERVER + 19_000, 17_000)).toBe(-2_000);
    expect(offsetOf(SERVER - 2_000, 27_000)).toBe(2_000);
    expect(offsetOf(SERVER - 2_000, 10_000, 40_000)).toBe(12_000);
  });

  it('goes by the moment of the answer if the token would have expired otherwise', () => {
    expect(offsetOf(SERVER + 29_000, 29_100)).toBe(-29_000);
  });
});
