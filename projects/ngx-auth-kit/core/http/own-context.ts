import { HttpContext, HttpContextToken } from '@angular/common/http';

/**
 * The context of a request with values of this library over those of the app. Everything else is read
 * from and written to the app's own: interceptors and callers tell each other things by it, and callers
 * may use one for many requests.
 */
export class OwnContext extends HttpContext {
  readonly #own = new HttpContext();

  constructor(private readonly given: HttpContext) {
    super();
  }

  /** Sets a value for this request only. */
  setOwn<T>(token: HttpContextToken<T>, value: T): this {
    this.#own.set(token, value);
    return this;
  }

  override get<T>(token: HttpContextToken<T>): T {
    return this.#holder(token).get(token);
  }

  override set<T>(token: HttpContextToken<T>, value: T): this {
    this.#holder(token).set(token, value);
    return this;
  }

  override delete(token: HttpContextToken<unknown>): this {
    this.#holder(token).delete(token);
    return this;
  }

  override has(token: HttpContextToken<unknown>): boolean {
    return this.#holder(token).has(token);
  }

  override keys(): IterableIterator<HttpContextToken<unknown>> {
    return new Set([...this.given.keys(), ...this.#own.keys()]).values();
  }

  #holder(token: HttpContextToken<unknown>): HttpContext {
    return this.#own.has(token) ? this.#own : this.given;
  }
}
