import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { MemoryUserStore } from './memory-user-store.ts';
import { SqliteUserStore } from './sqlite-user-store.ts';
import type { NewUser, UserStore } from './user-store.ts';

const registeredOn = new Date('2026-01-01T12:00:00.123Z');
const zoë: NewUser = {
  email: 'zoë@example.com',
  username: "zoë'; DROP TABLE users; --",
  passwordHash: 'x',
  admin: false,
  registeredOn,
};

const stores: [name: string, create: () => UserStore][] = [
  ['MemoryUserStore', () => new MemoryUserStore()],
  ['SqliteUserStore', () => new SqliteUserStore(':memory:')],
];

for (const [name, create] of stores) {
  describe(name, () => {
    it('begins with Ada, who is an administrator, and Bob', () => {
      const users = create().all();
      assert.deepEqual(
        users.map(({ id, email, username, admin }) => [id, email, username, admin]),
        [
          [1, 'ada@example.com', 'ada', true],
          [2, 'bob@example.com', 'bob', false],
        ],
      );
    });

    it('finds whom it added, by id, address and name', () => {
      const users = create();
      const added = users.add(zoë);
      assert.deepEqual(added, { ...zoë, id: 3 });
      assert.deepEqual(users.findById(3), added);
      assert.deepEqual(users.findByEmail(zoë.email), added);
      assert.deepEqual(users.findByUsername(zoë.username), added);
    });

    it('adds an address once and tells cases apart', () => {
      const users = create();
      assert.equal(users.add({ ...zoë, email: 'ada@example.com' }), null);
      assert.equal(users.all().length, 2);
      assert.equal(users.findByEmail('Ada@example.com'), undefined);
      assert.equal(users.findByUsername('ADA'), undefined);
      assert.ok(users.add({ ...zoë, email: 'Ada@example.com' }));
    });

    it('takes another password for one user', () => {
      const users = create();
      const [ada, bob] = users.all();
      users.setPasswordHash(1, 'y');
      assert.deepEqual(users.all(), [{ ...ada, passwordHash: 'y' }, bob]);
      users.reset();
      assert.deepEqual(users.all(), [ada, bob]);
    });

    it('goes back to the seeded users and their ids', () => {
      const users = create();
      users.add(zoë);
      users.reset();
      assert.equal(users.all().length, 2);
      assert.equal(users.findByEmail(zoë.email), undefined);
      assert.equal(users.add(zoë)?.id, 3);
    });
  });
}
