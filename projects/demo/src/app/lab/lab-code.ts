import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import burst from './call-burst.ts' with { loader: 'text' };
// @ts-expect-error As above.
import departure from './departure.ts' with { loader: 'text' };

export const BURST_CODE: readonly CodeFile[] = [
  { name: 'call-burst.ts', text: excerpt(burst, 'burst') },
];
export const DEPARTURE_CODE: readonly CodeFile[] = [
  { name: 'departure.ts', text: excerpt(departure, 'send') },
];
