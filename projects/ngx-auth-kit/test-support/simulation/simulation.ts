// The compiler comes first: the library's source is compiled as it runs.
import '@angular/compiler';

export { MUTANTS } from './mutants';
export { replayRegressions } from './regressions/replay-regressions';
export { simulate } from './simulate';
