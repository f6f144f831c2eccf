import { AuthUser } from 'ngx-auth-kit';

/** What backends call a user by; null where they do not say. */
export function nameOf(user: AuthUser | null): unknown {
  return user?.['email'] ?? user?.['username'] ?? user?.['identity'] ?? null;
}
