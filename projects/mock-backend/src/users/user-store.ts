export interface User {
  readonly id: number;
  readonly email: string;
  readonly username: string;
  readonly passwordHash: string;
  readonly admin: boolean;
  readonly registeredOn: Date;
}

export type NewUser = Omit<User, 'id'>;

/** Where the users live. Names and e-mail addresses are compared as they are, case included. */
export interface UserStore {
  /** The stored user, or null if the e-mail address is taken. */
  add(user: NewUser): User | null;
  all(): User[];
  findById(id: number): User | undefined;
  findByEmail(email: string): User | undefined;
  findByUsername(username: string): User | undefined;
  setPasswordHash(id: number, passwordHash: string): void;
  /** Back to the seeded users. */
  reset(): void;
}
