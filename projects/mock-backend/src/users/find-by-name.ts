import type { User, UserStore } from './user-store.ts';

/** For backends that ask for a username: people may give their e-mail address, too. */
export function findByName(users: UserStore, name: string): User | undefined {
  return users.findByUsername(name) ?? users.findByEmail(name);
}
