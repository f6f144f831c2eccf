export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Where the mail leads, with the token; null where it only holds a code. */
  readonly link: string | null;
  /** The one-time code; null where it holds a link. */
  readonly code: string | null;
  readonly at: string;
}

/** The mails that were sent. They leave the machine by nobody's hand but a test's. */
export class Outbox {
  #mails: Mail[] = [];

  send(mail: Mail): void {
    this.#mails.push(mail);
  }

  all(): readonly Mail[] {
    return this.#mails;
  }

  restore(mails: readonly Mail[]): void {
    this.#mails = [...mails];
  }

  clear(): void {
    this.#mails = [];
  }
}
