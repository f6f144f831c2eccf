import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { RateLimiter } from './rate-limiter.ts';

describe('RateLimiter', () => {
  it('counts within a minute and says how much of it is left', () => {
    const limiter = new RateLimiter();
    assert.equal(limiter.secondsToWait(1, 1_000), null);
    assert.equal(limiter.secondsToWait(1, 1_000), 60);
    assert.equal(limiter.secondsToWait(1, 1_059), 1);
    assert.equal(limiter.secondsToWait(1, 1_060), null);
  });

  it('begins again when the limit changes, is cleared or the clock goes back', () => {
    const limiter = new RateLimiter();
    assert.equal(limiter.secondsToWait(0, 1_000), 60);
    assert.equal(limiter.secondsToWait(1, 1_001), null);
    assert.equal(limiter.secondsToWait(1, 1_002), 59);
    limiter.clear();
    assert.equal(limiter.secondsToWait(1, 1_003), null);
    assert.equal(limiter.secondsToWait(1, 500), null);
  });

  it('lets everything pass without a limit', () => {
    const limiter = new RateLimiter();
    for (let call = 0; call < 100; call++) assert.equal(limiter.secondsToWait(null, 0), null);
  });
});
