declare const __karma__: { readonly config: { readonly mockUrl: string } };

/** Where Karma's mock backend listens. */
export const MOCK_URL = __karma__.config.mockUrl;

/** The account that the mock backend starts with. */
export const ADA = { email: 'ada@example.com', password: 'correct horse battery' };

/** An answer to give instead of the real one, once. */
export interface CannedAnswer {
  readonly endpoint: string;
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A request that reached the mock backend. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: boolean;
}

/** A mail that the mock backend sent. */
export interface SentMail {
  readonly to: string;
  readonly link: string | null;
  readonly code: string | null;
}

/** Turns the knobs of one mount of the mock backend. */
export class MockBackend {
  constructor(private readonly dialect = 'flask-jwt-auth') {}

  /** What a dialect's paths are appended to. */
  get url(): string {
    return `${MOCK_URL}/${this.dialect}`;
  }

  reset(): Promise<unknown> {
    return this.control('POST', 'reset');
  }

  set(options: Record<string, unknown>): Promise<unknown> {
    return this.control('PATCH', 'options', options);
  }

  answerNext(answer: CannedAnswer): Promise<unknown> {
    return this.control('POST', 'next', answer);
  }

  /** Revokes the tokens of everybody. */
  revoke(): Promise<unknown> {
    return this.control('POST', 'revoke', {});
  }

  async requests(): Promise<readonly SeenRequest[]> {
    return (await this.control('GET', 'requests')) as readonly SeenRequest[];
  }

  /** The last mail that was sent. */
  async lastMail(): Promise<SentMail> {
    const mails = (await this.control('GET', 'outbox')) as readonly SentMail[];
    const mail = mails.at(-1);
    if (!mail) throw new Error('mock backend: no mail was sent');
    return mail;
  }

  /** The token in the link of the last mail. */
  async mailedToken(): Promise<string> {
    const { link } = await this.lastMail();
    return new URL(link ?? '').searchParams.get('token') ?? '';
  }

  /** The addresses that are verified. */
  async verified(): Promise<readonly string[]> {
    return (await this.control('GET', 'verified')) as readonly string[];
  }

  private async control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}/__mock/${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`mock backend: ${path} answered ${response.status}`);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  }
}
