import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import tokens from '../../styles/tokens.css' with { loader: 'text' };
// @ts-expect-error As above.
import language from './chosen-language.ts' with { loader: 'text' };
// @ts-expect-error As above.
import labels from './component-labels.ts' with { loader: 'text' };

export const LOOK_CODE: readonly CodeFile[] = [
  { name: 'tokens.css', text: excerpt(tokens, 'properties') },
  { name: 'component-labels.ts', text: excerpt(labels, 'labels') },
  { name: 'chosen-language.ts', text: excerpt(language, 'language') },
];
