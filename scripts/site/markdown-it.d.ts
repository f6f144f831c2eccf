/** The part of markdown-it that the site uses; typedoc brings the package, and nobody its types. */
declare module 'markdown-it' {
  export interface Token {
    readonly type: string;
    readonly tag: string;
    readonly info: string;
    readonly content: string;
    readonly children: readonly Token[] | null;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }

  export default class MarkdownIt {
    constructor(options: { readonly highlight: (code: string, language: string) => string });
    readonly options: object;
    readonly renderer: {
      readonly rules: Record<string, (tokens: readonly Token[], index: number) => string>;
      render(tokens: readonly Token[], options: object, env: object): string;
    };
    parse(text: string, env: object): readonly Token[];
  }
}
