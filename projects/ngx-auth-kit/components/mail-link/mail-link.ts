import { UrlTree } from '@angular/router';

/** What the link in a mail said, by the names that `AuthService` takes. */
export interface MailLink {
  readonly token?: string;
  readonly uid?: string;
  readonly email?: string;
}

const PARAMETERS = ['token', 'uid', 'email'] as const;

/** Reads the link from the query parameters of a URL. */
export function linkIn({ queryParams }: UrlTree): MailLink {
  const link: Partial<Record<keyof MailLink, string>> = {};
  for (const name of PARAMETERS) {
    const value: unknown = queryParams[name];
    if (typeof value === 'string' && value !== '') link[name] = value;
  }
  return link;
}

/** The same URL without the link. */
export function withoutLink({ root, queryParams, fragment }: UrlTree): UrlTree {
  const others = Object.entries(queryParams).filter(([name]) => !isParameter(name));
  return new UrlTree(root, Object.fromEntries(others), fragment);
}

/** Whether two links say the same, so that nothing has to start again. */
export function isSameLink(one: MailLink | null, other: MailLink | null): boolean {
  return PARAMETERS.every((name) => one?.[name] === other?.[name]);
}

function isParameter(name: string): boolean {
  return (PARAMETERS as readonly string[]).includes(name);
}
