/** What Flask's `abort` raises: an answer on purpose, unlike a crash. */
export class HttpError extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** Said instead of Werkzeug's own sentence. */
  readonly text: string | undefined;

  constructor(status: number, text?: string, headers: Record<string, string> = {}) {
    super(text ?? `HTTP ${status}`);
    this.status = status;
    this.text = text;
    this.headers = headers;
  }
}
