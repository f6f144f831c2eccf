import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import panel from './outbox-panel.ts' with { loader: 'text' };
// @ts-expect-error As above.
import template from './outbox-panel.html' with { loader: 'text' };

export const OUTBOX_CODE: readonly CodeFile[] = [
  { name: 'outbox-panel.ts', text: excerpt(panel, 'outbox') },
  { name: 'outbox-panel.html', text: template },
];
