import { Injectable } from '@angular/core';

declare const ngDevMode: boolean | undefined;

/** Explains surprises to developers, each once for an app. Says nothing in production. */
@Injectable({ providedIn: 'root' })
export class DevMessages {
  private readonly said = new Set<string>();

  /** A mistake to mend. Call it behind `DEV_MODE`, so that production carries neither call nor text. */
  warnOnce(cause: string, message: string): void {
    this.once(cause, () => console.warn(`ngx-auth-kit: ${message}`));
  }

  /** Something right that may surprise. Call it behind `DEV_MODE` likewise. */
  explainOnce(cause: string, message: string): void {
    this.once(cause, () => console.info(`ngx-auth-kit: ${message}`));
  }

  private once(cause: string, say: () => void): void {
    if (this.said.has(cause)) return;
    this.said.add(cause);
    say();
  }
}

/** Angular's own flag: production builds replace it by `false` and drop what it guards. */
export const DEV_MODE = typeof ngDevMode === 'undefined' || !!ngDevMode;
