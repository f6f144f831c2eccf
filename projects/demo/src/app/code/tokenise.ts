export interface CodeToken {
  readonly kind: 'comment' | 'string' | 'keyword' | 'plain';
  readonly text: string;
}

const PATTERN =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->)|(?<string>'(?:[^'\\\n]|\\.)*'|"[^"\n]*"|`(?:[^`\\]|\\.)*`)|(?<keyword>(?<![\w.-])(?:async|await|class|const|export|extends|from|import|interface|new|private|protected|readonly|return|this|true|false|null)(?![\w-]))/g;

/** Comments, strings and keywords of TypeScript, CSS and HTML: enough to find one's way. */
export function tokenise(code: string): readonly CodeToken[] {
  const tokens: CodeToken[] = [];
  let seen = 0;
  for (const { index, 0: text, groups = {} } of code.matchAll(PATTERN)) {
    if (index > seen) tokens.push({ kind: 'plain', text: code.slice(seen, index) });
    const kind = groups['comment'] ? 'comment' : groups['string'] ? 'string' : 'keyword';
    tokens.push({ kind, text });
    seen = index + text.length;
  }
  return [...tokens, { kind: 'plain', text: code.slice(seen) }];
}
