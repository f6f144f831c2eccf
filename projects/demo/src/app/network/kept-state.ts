import type { MockBackend } from '../../../../mock-backend/src/index.ts';

const KEY = 'demo.mock-backend';

/**
 * What the backend knows, in `localStorage`: a token is good after a reload and in other tabs. Of two
 * tabs that change it in the same moment, the later one wins. Only for a mock, because its keys and
 * password hashes are in there.
 */
export class KeptState {
  private known: string | null = null;

  constructor(private readonly backend: MockBackend) {}

  /** Takes over what another tab, or this one before a reload, has left. */
  restore(): void {
    const kept = this.read();
    if (kept === null || kept === this.known) return;
    try {
      this.backend.restore(kept);
      this.known = kept;
    } catch {
      // Of an older build of the demo: it starts afresh.
      this.backend.reset();
    }
  }

  save(): void {
    const now = this.backend.snapshot();
    if (now === this.known) return;
    this.known = now;
    try {
      localStorage.setItem(KEY, now);
    } catch {
      // Denied or full: then the session ends with the page.
    }
  }

  private read(): string | null {
    try {
      return localStorage.getItem(KEY);
    } catch {
      // Denied, as in a page without an origin of its own.
      return null;
    }
  }
}
