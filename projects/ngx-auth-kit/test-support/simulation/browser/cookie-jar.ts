/** The cookies of the backend, which scripts cannot see. All tabs share them. */
export interface Cookies {
  readonly access: string | null;
  readonly refresh: string | null;
}

/** What an answer sets; an absent cookie stays as it is, null clears it. */
export type SetCookies = Partial<Cookies>;

export class CookieJar {
  #cookies: Cookies = { access: null, refresh: null };

  get cookies(): Cookies {
    return this.#cookies;
  }

  apply(set: SetCookies): void {
    this.#cookies = { ...this.#cookies, ...set };
  }
}
