import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
import { routeExcerpt } from '../code/route-excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import log from './session-log.ts' with { loader: 'text' };
// @ts-expect-error As above.
import facts from './session-facts.ts' with { loader: 'text' };
// @ts-expect-error As above.
import pass from './session-pass.ts' with { loader: 'text' };

export const STATUS_CODE: readonly CodeFile[] = [
  { name: 'session-pass.ts', text: excerpt(pass, 'pass') },
  { name: 'session-log.ts', text: excerpt(log, 'log') },
  { name: 'session-facts.ts', text: excerpt(facts, 'facts') },
  routeExcerpt('status'),
];
