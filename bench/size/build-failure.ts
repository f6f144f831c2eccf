/** An app that does not build. */
export class BuildFailure extends Error {
  /** The compiler's first complaint. */
  readonly reason: string;

  constructor(entry: string, output: string) {
    super(`${entry} does not build:\n${output}`);
    this.reason = /ERROR\] (.+)/.exec(output)?.[1] ?? 'see the output';
  }
}
