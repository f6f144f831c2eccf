import ts from 'typescript';
import { descendants } from '../source/find-calls';
import type { Sources } from '../source/sources';

/** The origins of the URLs that the app's code names; specs left out. */
export function urlOrigins(sources: Sources, paths: readonly string[]): string[] {
  const urls = paths.flatMap((path) => {
    const source = path.endsWith('.spec.ts') ? null : sources.find(path);
    return source?.text.includes('://') ? descendants(source, isText).map(({ text }) => text) : [];
  });
  const absolute = urls.filter((url) => /^https?:\/\//i.test(url) && URL.canParse(url));
  return [...new Set(absolute.map((url) => new URL(url).origin))].sort();
}

function isText(node: ts.Node): node is ts.StringLiteralLike | ts.TemplateHead {
  return ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
}
