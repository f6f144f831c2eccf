import { tokenise } from '../../projects/demo/src/app/code/tokenise.ts';
import { escapeHtml } from './escape-html.ts';

/** In these a `//` or a quote means something else. */
const PLAIN = ['', 'sh', 'text', 'http', 'nginx', 'diff'];

/** Code as HTML, coloured as the demo colours it. */
export function highlight(code: string, language: string): string {
  if (PLAIN.includes(language)) return escapeHtml(code);
  return tokenise(code)
    .map(({ kind, text }) =>
      kind === 'plain' ? escapeHtml(text) : `<span class="${kind}">${escapeHtml(text)}</span>`,
    )
    .join('');
}
