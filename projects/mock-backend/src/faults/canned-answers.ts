import type { EndpointName } from '../mock-options.ts';
import type { CannedAnswer } from './canned-answer.ts';

/** Answers waiting for the next call of an endpoint, first in, first out. */
export class CannedAnswers {
  readonly #waiting = new Map<EndpointName, CannedAnswer[]>();

  queue(endpoint: EndpointName, answer: CannedAnswer): void {
    this.#waiting.set(endpoint, [...(this.#waiting.get(endpoint) ?? []), answer]);
  }

  take(endpoint: EndpointName): CannedAnswer | undefined {
    return this.#waiting.get(endpoint)?.shift();
  }

  clear(): void {
    this.#waiting.clear();
  }
}
