import { AuthBackend } from 'ngx-auth-kit';

/** An account that the mock backend starts with. */
export interface SeededAccount {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly note: string;
}

export const ACCOUNTS: readonly SeededAccount[] = [
  {
    name: 'Ada',
    username: 'ada',
    email: 'ada@example.com',
    password: 'correct horse battery',
    note: 'An administrator: where the backend says so, every page opens.',
  },
  {
    name: 'Bob',
    username: 'bob',
    email: 'bob@example.com',
    password: 'staple battery horse',
    note: 'Not an administrator: /admin leads back to /status.',
  },
];

/** As the login endpoint of the backend wants them, which is what `<auth-login>` sends. */
export function credentialsOf(account: SeededAccount, backend: AuthBackend): object {
  const { email, username, password } = account;
  return backend.identifier === 'username' ? { username, password } : { email, password };
}
