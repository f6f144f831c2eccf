import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import type { LoggedRequest } from '../projects/mock-backend/src/control/request-log.ts';
import type {
  DialectName,
  EndpointName,
  MockOptions,
} from '../projects/mock-backend/src/mock-options.ts';
import { BACKEND } from './origins.ts';

/** The knobs of the mock backend, or of one that it has under a dialect's name. */
export class Backend {
  readonly #request: APIRequestContext;
  readonly #control: string;

  constructor(request: APIRequestContext, dialect?: DialectName) {
    this.#request = request;
    this.#control = `${BACKEND}${dialect ? `/${dialect}` : ''}/__mock`;
  }

  async reset(): Promise<void> {
    await expect(await this.#request.post(`${this.#control}/reset`)).toBeOK();
  }

  async set(options: Partial<MockOptions>): Promise<void> {
    await expect(await this.#request.patch(`${this.#control}/options`, { data: options })).toBeOK();
  }

  async revokeAllTokens(): Promise<void> {
    await expect(await this.#request.post(`${this.#control}/revoke`)).toBeOK();
  }

  /** Every signed token turns invalid, as after a restart. */
  async rotateKeys(): Promise<void> {
    await expect(await this.#request.post(`${this.#control}/rotate-keys`)).toBeOK();
  }

  /** What the endpoint's next call is answered with. */
  async answerNext(endpoint: EndpointName, answer: object): Promise<void> {
    const data = { endpoint, ...answer };
    await expect(await this.#request.post(`${this.#control}/next`, { data })).toBeOK();
  }

  /** How often the app called an endpoint. */
  async calls(method: string, path: string): Promise<number> {
    const answer = await this.#request.get(`${this.#control}/requests`);
    const log = (await answer.json()) as LoggedRequest[];
    return log.filter((call) => call.method === method && call.path === path).length;
  }
}
