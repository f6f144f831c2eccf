/** A part of a page as the search knows it. */
export interface SearchEntry {
  /** From the root of the site. */
  readonly url: string;
  readonly page: string;
  readonly heading: string;
  readonly text: string;
}
