import { PageEvent } from 'typedoc';
import type { Application } from 'typedoc';

const PERMALINK = /<a [^>]*class="tsd-anchor-icon"[^>]*>.*?<\/a>/gs;

/** A plugin of typedoc. Gives its pages what axe misses in them. */
export function load(app: Application): void {
  app.renderer.on(PageEvent.END, (page) => {
    if (page.contents !== undefined) page.contents = accessible(page.contents);
  });
}

function accessible(html: string): string {
  const marked = html
    .replace('<div class="col-content">', '<div class="col-content" id="main" role="main">')
    .replace(
      '<div class="col-sidebar">',
      '<div class="col-sidebar" role="complementary" aria-label="Contents">',
    )
    // A link inside of a button, which a summary is.
    .replaceAll(/<summary.*?<\/summary>/gs, (summary) => summary.replaceAll(PERMALINK, ''));
  return withoutSkippedLevels(marked);
}

/** A heading is at most one level below the one before. */
function withoutSkippedLevels(html: string): string {
  let level = 0;
  return html.replaceAll(/<(\/?)h([1-6])\b/g, (_tag, slash: string, given: string) => {
    if (slash === '') level = Math.min(Number(given), level + 1);
    return `<${slash}h${level}`;
  });
}
