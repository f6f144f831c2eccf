import { Dialect } from './dialect';
import { DEFAULT_DIALECT, DIALECTS } from './dialects';

const KEY = 'demo.backend';

/** The dialect that was chosen in this browser, else the default. */
export function chosenDialect(): Dialect {
  return DIALECTS.find(({ name }) => name === kept()) ?? DEFAULT_DIALECT;
}

/** Counts from the next page load on. */
export function chooseDialect(name: string): void {
  try {
    if (name === DEFAULT_DIALECT.name) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, name);
  } catch {
    // Denied or full: the demo stays with the dialect that it has.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Denied, as in a page without an origin of its own.
    return null;
  }
}
