import { Injectable } from '@angular/core';

declare const ngDevMode: boolean | undefined;

/** Explains surprises to developers, each once for an app. Says nothing in production. */
@Injectable({ providedIn: 'root' })
export class DevMessages {
  private readonly said = new Set<string>();

  /** Call it behind `inDevMode()`, so that production carries neither the call nor its text. */
  once(cause: string, message: string): void {
    if (this.said.has(cause)) return;
    this.said.add(cause);
    console.warn(`ngx-auth-kit: ${message}`);
  }
}

/** Angular's own flag: production builds replace it by `false` and drop what it guards. */
export const DEV_MODE = typeof ngDevMode === 'undefined' || !!ngDevMode;
