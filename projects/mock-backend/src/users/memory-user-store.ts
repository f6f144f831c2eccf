import { seededUsers } from './seeded-users.ts';
import type { NewUser, User, UserStore } from './user-store.ts';

/** A user as JSON may have it. */
export type SavedUser = Omit<User, 'registeredOn'> & { readonly registeredOn: Date | string };

export class MemoryUserStore implements UserStore {
  #users: User[] = [];

  readonly #seeded: readonly NewUser[];

  constructor(seeded: readonly NewUser[] = seededUsers) {
    this.#seeded = seeded;
    this.reset();
  }

  add(user: NewUser): User | null {
    if (this.findByEmail(user.email)) return null;
    const added = { ...user, id: this.#users.length + 1 };
    this.#users.push(added);
    return added;
  }

  all(): User[] {
    return [...this.#users];
  }

  /** Exactly these users, with their ids; their dates may be text, as JSON has them. */
  restore(users: readonly SavedUser[]): void {
    this.#users = users.map((user) => ({ ...user, registeredOn: new Date(user.registeredOn) }));
  }

  findById(id: number): User | undefined {
    return this.#users.find((user) => user.id === id);
  }

  findByEmail(email: string): User | undefined {
    return this.#users.find((user) => user.email === email);
  }

  findByUsername(username: string): User | undefined {
    return this.#users.find((user) => user.username === username);
  }

  setPasswordHash(id: number, passwordHash: string): void {
    this.#users = this.#users.map((user) => (user.id === id ? { ...user, passwordHash } : user));
  }

  reset(): void {
    this.#users = [];
    for (const user of this.#seeded) this.add(user);
  }
}
