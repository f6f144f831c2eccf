import type { LoggedRequest } from '../projects/mock-backend/src/control/request-log.ts';
import type { MockBackend } from '../projects/mock-backend/src/mock-backend.ts';
import type {
  DialectName,
  EndpointName,
  MockOptions,
} from '../projects/mock-backend/src/mock-options.ts';

/** The knobs of the mock backend, or of one that it has under a dialect's name. */
export class Backend {
  readonly #mock: MockBackend;
  readonly #control: string;

  constructor(mock: MockBackend, dialect?: DialectName) {
    this.#mock = mock;
    this.#control = `http://mock${dialect ? `/${dialect}` : ''}/__mock`;
  }

  async set(options: Partial<MockOptions>): Promise<void> {
    await this.#send('PATCH', '/options', options);
  }

  async revokeAllTokens(): Promise<void> {
    await this.#send('POST', '/revoke');
  }

  /** Every signed token turns invalid, as after a restart. */
  async rotateKeys(): Promise<void> {
    await this.#send('POST', '/rotate-keys');
  }

  /** What the endpoint's next call is answered with. */
  async answerNext(endpoint: EndpointName, answer: object): Promise<void> {
    await this.#send('POST', '/next', { endpoint, ...answer });
  }

  /** How often the app called an endpoint. */
  async calls(method: string, path: string): Promise<number> {
    const answer = await this.#send('GET', '/requests');
    const log = (await answer.json()) as LoggedRequest[];
    return log.filter((call) => call.method === method && call.path === path).length;
  }

  /** Whether these cookies still prove a session. */
  async accepts(cookie: string): Promise<boolean> {
    const asked = new Request(`${this.#control}/protected`, { headers: { cookie } });
    return (await this.#mock.fetch(asked)).ok;
  }

  /** As if somebody had asked for a link to choose a new password. */
  async mailReset(email: string): Promise<void> {
    await this.#send('POST', '/../auth/forgot-password', { email });
  }

  /** The addresses whose link was followed. */
  async verified(): Promise<string[]> {
    return (await (await this.#send('GET', '/verified')).json()) as string[];
  }

  /** The backend runs in this process: no need for a connection. */
  async #send(method: string, path: string, body?: object): Promise<Response> {
    const request = new Request(this.#control + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await this.#mock.fetch(request);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
