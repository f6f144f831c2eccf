import { booleanAttribute } from '@angular/core';
import { AuthBackend } from 'ngx-auth-kit/core';

/*
 * With `withComponentInputBinding()` the router sets every input of a component that is a page: to what
 * the URL says, or to undefined. What makes no sense leaves the default as it is.
 */

/** What users may sign in with. */
export type Identifier = NonNullable<AuthBackend['identifier']>;

/** A list; anything else is empty. */
export function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

/** An attribute as Angular's `booleanAttribute` reads it, with a default of its own. */
export function booleanOr(value: unknown, byDefault: boolean): boolean {
  return value === undefined ? byDefault : booleanAttribute(value);
}

/** What users sign in with. */
export function identifierOr(value: Identifier | undefined, byDefault: Identifier): Identifier {
  return value === 'email' || value === 'username' || value === 'phone' ? value : byDefault;
}
