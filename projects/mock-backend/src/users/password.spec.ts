import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { hashPassword, verifyPassword } from './password.ts';
import { seededUsers } from './seeded-users.ts';

describe('hashPassword and verifyPassword', () => {
  it('tell passwords apart byte by byte', async () => {
    const nfc = 'p\u00e4ss wörd 😀';
    const hash = await hashPassword(nfc);
    assert.equal(await verifyPassword(nfc, hash), true);
    for (const other of [nfc.normalize('NFD'), ` ${nfc}`, `${nfc} `, nfc.toUpperCase(), '']) {
      assert.equal(await verifyPassword(other, hash), false);
    }
  });

  it('read all of a long password', async () => {
    const long = 'x'.repeat(1_000);
    const hash = await hashPassword(`${long}a`);
    assert.equal(await verifyPassword(`${long}a`, hash), true);
    assert.equal(await verifyPassword(`${long}b`, hash), false);
  });

  it('salt, and remember the iterations', async () => {
    assert.notEqual(await hashPassword('x'), await hashPassword('x'));
    const hash = await hashPassword('x', 10);
    assert.match(hash, /^pbkdf2-sha256\$10\$/);
    assert.equal(await verifyPassword('x', hash), true);
  });

  it('refuse what is no hash', async () => {
    for (const hash of ['', 'x', 'pbkdf2-sha256$1000$']) {
      assert.equal(await verifyPassword('', hash), false);
    }
  });

  it('know the seeded users', async () => {
    const [ada, bob] = seededUsers.map(({ passwordHash }) => passwordHash);
    assert.ok(ada && (await verifyPassword('correct horse battery', ada)));
    assert.ok(bob && (await verifyPassword('staple battery horse', bob)));
  });
});
