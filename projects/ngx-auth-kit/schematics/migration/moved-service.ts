import type ts from 'typescript';
import type { TextEdit } from '../source/edits';

/** The edits that turn a call of the service into one of AuthService, or why there are none. */
export type CallChange = readonly TextEdit[] | string;

/** The service of another package that AuthService takes the place of. */
export interface MovedService {
  readonly symbol: string;
  readonly from: string;
  /** Takes the expression that stands for the service. */
  change(use: ts.Expression): CallChange;
  /** The methods, called without arguments, that AuthService has under the same name; templates may call them. */
  readonly unchanged: readonly string[];
}
