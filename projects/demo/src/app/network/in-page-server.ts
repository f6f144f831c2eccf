import { createMockBackend } from '../../../../mock-backend/src/index.ts';
import { KeptState } from './kept-state';

/**
 * Answers for some origins in the place of the network. `fetch` is what it replaces, because nothing
 * above it, HttpClient and its interceptors included, can tell the difference.
 */
export class InPageServer {
  private readonly backend = createMockBackend();
  private readonly kept = new KeptState(this.backend);

  constructor(private readonly origins: readonly string[]) {}

  open(): void {
    const network = globalThis.fetch.bind(globalThis);
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      return this.origins.includes(new URL(request.url).origin)
        ? this.answer(request)
        : network(request);
    };
  }

  private async answer(request: Request): Promise<Response> {
    this.kept.restore();
    try {
      return await this.backend.fetch(request);
    } catch (cause) {
      // As `fetch` says it of a connection that was dropped.
      throw new TypeError('Failed to fetch', { cause });
    } finally {
      this.kept.save();
    }
  }
}
