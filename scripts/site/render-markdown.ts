import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { headingId } from './heading-id.ts';
import { highlight } from './highlight.ts';

/** A heading with the text below it, up to the next heading. */
export interface Section {
  readonly level: number;
  readonly id: string;
  readonly heading: string;
  text: string;
}

export interface RenderedMarkdown {
  readonly html: string;
  /** Of all headings, in their order. */
  readonly sections: readonly Section[];
}

const markdown = new MarkdownIt({ highlight });
const { rules } = markdown.renderer;
// Wide ones scroll by themselves, by keyboard too.
rules['table_open'] = () =>
  '<div class="scroll" role="group" aria-label="Table" tabindex="0"><table class="table">';
rules['table_close'] = () => '</table></div>';
rules['fence'] = (tokens, index) => {
  const { content = '', info = '' } = tokens[index] ?? {};
  return `<pre tabindex="0"><code>${highlight(content, info.trim())}</code></pre>`;
};

/** @param linkTo Where a link of the text leads on the site. */
export function renderMarkdown(text: string, linkTo: (href: string) => string): RenderedMarkdown {
  const tokens = markdown.parse(text, {});
  const sections: Section[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      sections.push(beginSection(token, tokens[index + 1], sections));
    } else if (tokens[index - 1]?.type !== 'heading_open') {
      const section = sections.at(-1);
      if (section) section.text += ` ${plainText(token)}`;
    }
    for (const link of token.children ?? []) {
      const href = link.type === 'link_open' ? link.attrGet('href') : null;
      if (href !== null) link.attrSet('href', linkTo(href));
    }
  });
  return { html: markdown.renderer.render(tokens, markdown.options, {}), sections };
}

function beginSection(open: Token, inline: Token | undefined, before: readonly Section[]): Section {
  const wanted = headingId(inline?.content ?? '');
  const taken = before.filter(({ id }) => id.replace(/-\d+$/, '') === wanted).length;
  const id = taken === 0 ? wanted : `${wanted}-${taken}`;
  open.attrSet('id', id);
  return {
    level: Number(open.tag.slice(1)),
    id,
    heading: inline ? plainText(inline) : '',
    text: '',
  };
}

function plainText({ type, content, children }: Token): string {
  if (children === null) return type === 'inline' || type === 'fence' ? content : '';
  return children.map((child) => (child.type === 'softbreak' ? ' ' : child.content)).join('');
}
