import { Page } from './page';
import { StorageArea } from './storage-area';

/** A browser tab: its `sessionStorage` and one page load after the other. */
export class Tab {
  /** The page that is shown, or waits in the back-forward cache. */
  page: Page | null = null;
  /** The session that a page of this tab was last in and that has not ended by rights. */
  lastSessionId: string | null = null;
  #pages = 0;

  constructor(
    readonly number: number,
    readonly sessionStorage: StorageArea,
    readonly isDuplicate: boolean,
  ) {}

  /** `tab 1`, and after a reload `tab 1'`. */
  nextPageName(): string {
    return `tab ${this.number}${"'".repeat(this.#pages++)}`;
  }
}
