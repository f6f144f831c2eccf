import type ts from 'typescript';

/** The config of another package in the words of ngx-auth-kit. */
export interface MovedConfig {
  /** Code of each property, by its name. */
  readonly properties: ReadonlyMap<string, string>;
  /** What the code names of ngx-auth-kit. */
  readonly symbols: readonly string[];
  /** Options without a like, as they were written. */
  readonly left: readonly string[];
  /** The expressions that the code of the properties contains, of the file they are from. */
  readonly expressions: readonly ts.Expression[];
  /** Features of the set-up. */
  readonly features: readonly MovedFeature[];
}

/** A feature of ngx-auth-kit that the other package had as an option. */
export interface MovedFeature {
  readonly symbol: string;
  /** Two-space code for that file. */
  code(source: ts.SourceFile): string;
}
