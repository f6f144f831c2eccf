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

/** Where the backend knows second factors. */
export const SECOND_FACTOR_ACCOUNT: SeededAccount = {
  name: 'Totp',
  username: 'totp',
  email: 'totp@example.com',
  password: 'one more battery staple',
  note: 'Has a second factor: the code is mailed, which means that it appears on this page.',
};

/** As the login endpoint of the backend wants them, which is what `<auth-login>` sends. */
export function credentialsOf(account: SeededAccount, backend: AuthBackend): object {
  const { email, username, password } = account;
  return backend.identifier === 'username' ? { username, password } : { email, password };
}
