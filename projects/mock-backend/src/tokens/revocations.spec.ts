import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { Revocations } from './revocations.ts';

describe('Revocations', () => {
  it('revokes one name, one user or everyone', () => {
    const revocations = new Revocations();
    for (const [name, userId] of [
      ['a', 1],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ] as const) {
      revocations.issue(name, userId);
    }
    const revoked = () => ['a', 'b', 'c', 'd'].filter((name) => revocations.has(name)).join('');
    revocations.revoke('a');
    assert.equal(revoked(), 'a');
    revocations.revokeAll(2);
    assert.equal(revoked(), 'ac');
    revocations.revokeAll();
    assert.equal(revoked(), 'abcd');
    revocations.clear();
    assert.equal(revoked(), '');
  });

  it('leaves what is issued later alone', () => {
    const revocations = new Revocations();
    revocations.revokeAll();
    revocations.issue('late', 1);
    assert.equal(revocations.has('late'), false);
  });
});
