/** What a round of one variant came to. */
export interface Round {
  readonly milliseconds: number;
  /** Refresh calls that the backend got, where that is asked. */
  readonly refreshCalls?: number;
  /** Requests that the backend got, repeats included, where that is asked. */
  readonly sent?: number;
}

/** Runs a round of this many requests or decisions. Throws where they did not do what they should. */
export type RunRound = (count: number) => Round | Promise<Round>;

/** Sets one variant up. The parameters are the page's own. */
export type OpenBench = (parameters: URLSearchParams) => Promise<RunRound>;

declare global {
  interface Window {
    runRound: RunRound | undefined;
    failure: unknown;
  }
}
