import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { heldBack } from './held-back.ts';

describe('heldBack', () => {
  it('waits', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let over = false;
    const waiting = heldBack(1_000, new AbortController().signal).then(() => (over = true));
    t.mock.timers.tick(999);
    await Promise.resolve();
    assert.equal(over, false);
    t.mock.timers.tick(1);
    await waiting;
  });

  it('stops when the caller leaves, or has left', async () => {
    const caller = new AbortController();
    const waiting = heldBack(60_000, caller.signal);
    caller.abort();
    await assert.rejects(waiting, { name: 'ConnectionDropped' });
    await assert.rejects(heldBack(60_000, caller.signal), { name: 'ConnectionDropped' });
  });
});
