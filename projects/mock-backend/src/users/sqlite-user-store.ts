import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue } from 'node:sqlite';

import { seededUsers } from './seeded-users.ts';
import type { NewUser, User, UserStore } from './user-store.ts';

const schema = `
  CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    username TEXT NOT NULL,
    passwordHash TEXT NOT NULL,
    admin INTEGER NOT NULL,
    registeredOn TEXT NOT NULL
  )`;

/** Users in an SQLite file. Node only. */
export class SqliteUserStore implements UserStore {
  readonly #database: DatabaseSync;
  readonly #seeded: readonly NewUser[];

  constructor(file: string, seeded: readonly NewUser[] = seededUsers) {
    this.#seeded = seeded;
    this.#database = new DatabaseSync(file);
    this.#database.exec(schema);
    if (this.all().length === 0) this.reset();
  }

  add({ email, username, passwordHash, admin, registeredOn }: NewUser): User | null {
    const { changes, lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO users (email, username, passwordHash, admin, registeredOn)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING`,
      )
      .run(email, username, passwordHash, Number(admin), registeredOn.toISOString());
    return changes === 0 ? null : (this.findById(Number(lastInsertRowid)) ?? null);
  }

  all(): User[] {
    return this.#select('ORDER BY id');
  }

  findById(id: number): User | undefined {
    return this.#select('WHERE id = ?', id)[0];
  }

  findByEmail(email: string): User | undefined {
    return this.#select('WHERE email = ?', email)[0];
  }

  findByUsername(username: string): User | undefined {
    return this.#select('WHERE username = ?', username)[0];
  }

  setPasswordHash(id: number, passwordHash: string): void {
    this.#database.prepare('UPDATE users SET passwordHash = ? WHERE id = ?').run(passwordHash, id);
  }

  reset(): void {
    this.#database.exec('DELETE FROM users');
    for (const user of this.#seeded) this.add(user);
  }

  close(): void {
    this.#database.close();
  }

  #select(condition: string, ...values: SQLInputValue[]): User[] {
    const rows = this.#database.prepare(`SELECT * FROM users ${condition}`).all(...values);
    return rows.map((row) => ({
      id: Number(row['id']),
      email: String(row['email']),
      username: String(row['username']),
      passwordHash: String(row['passwordHash']),
      admin: row['admin'] === 1,
      registeredOn: new Date(String(row['registeredOn'])),
    }));
  }
}
