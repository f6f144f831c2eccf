import { APP_ID, inject, Injectable } from '@angular/core';

/** Gives out the ids that tie labels and messages to fields, unique in the page. */
@Injectable({ providedIn: 'root' })
export class FormIds {
  private readonly app = inject(APP_ID);
  private count = 0;

  next(): string {
    return `auth-${this.app}-${++this.count}`;
  }
}
