import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import type { LoggedRequest } from '../projects/mock-backend/src/control/request-log.ts';
import type { MockOptions } from '../projects/mock-backend/src/mock-options.ts';
import { BACKEND } from './origins.ts';

/** The knobs of the mock backend. */
export class Backend {
  readonly #request: APIRequestContext;

  constructor(request: APIRequestContext) {
    this.#request = request;
  }

  async reset(): Promise<void> {
    await expect(await this.#request.post(`${BACKEND}/__mock/reset`)).toBeOK();
  }

  async set(options: Partial<MockOptions>): Promise<void> {
    await expect(
      await this.#request.patch(`${BACKEND}/__mock/options`, { data: options }),
    ).toBeOK();
  }

  async revokeAllTokens(): Promise<void> {
    await expect(await this.#request.post(`${BACKEND}/__mock/revoke`)).toBeOK();
  }

  /** How often the app called an endpoint. */
  async calls(method: string, path: string): Promise<number> {
    const answer = await this.#request.get(`${BACKEND}/__mock/requests`);
    const log = (await answer.json()) as LoggedRequest[];
    return log.filter((call) => call.method === method && call.path === path).length;
  }
}
