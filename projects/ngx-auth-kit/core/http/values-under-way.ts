import { inject } from '@angular/core';
import { Observable } from 'rxjs';
import { TIME } from '../config/time';

/** How long a value is remembered after its last request, in milliseconds. */
const GRACE = 300_000;

/**
 * Remembers the header values of the requests that are under way: a later interceptor may copy one
 * into a request of its own, without the context of ours.
 */
export class ValuesUnderWay {
  readonly #time = inject(TIME);
  readonly #values = new Map<string | null, readonly [requests: number, until: number]>();

  has(value: string | null): boolean {
    return this.#values.has(value);
  }

  /** Remembers the value until the request is over. */
  during<T>(value: string, send: () => Observable<T>): Observable<T> {
    return new Observable((subscriber) => {
      this.#count(value, 1);
      subscriber.add(() => this.#count(value, -1));
      send().subscribe(subscriber);
    });
  }

  #count(value: string, change: number): void {
    const now = this.#time.now();
    const [before] = this.#values.get(value) ?? [0];
    // A later interceptor may still send a request after its caller has unsubscribed.
    this.#values.set(value, [before + change, now + GRACE]);
    this.#values.forEach(([requests, until], key) => {
      if (!requests && until < now) this.#values.delete(key);
    });
  }
}
