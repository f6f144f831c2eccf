import { CodeFile } from '../code/code-panel';
import { excerpt } from '../code/excerpt';
import { routeExcerpt } from '../code/route-excerpt';
// @ts-expect-error TypeScript goes by the file and does not know of the loader.
import answer from './backend-answer.ts' with { loader: 'text' };

const ANSWER: CodeFile = { name: 'backend-answer.ts', text: excerpt(answer, 'ask') };

export const PROTECTED_CODE: readonly CodeFile[] = [routeExcerpt('protected'), ANSWER];
export const ADMIN_CODE: readonly CodeFile[] = [routeExcerpt('admin'), ANSWER];
export const VAULT_CODE: readonly CodeFile[] = [routeExcerpt('vault')];
