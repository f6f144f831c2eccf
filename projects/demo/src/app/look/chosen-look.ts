import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable } from '@angular/core';
import { KeptChoice } from './kept-choice';

/** The theme and the accent, as attributes of the document that tokens.css and accents.css go by. */
@Injectable({ providedIn: 'root' })
export class ChosenLook {
  readonly theme = new KeptChoice('demo.theme', ['auto', 'light', 'dark']);
  readonly accent = new KeptChoice('demo.accent', ['bottle', 'ink', 'port']);

  constructor() {
    const { dataset } = inject(DOCUMENT).documentElement;
    effect(() => {
      dataset['theme'] = this.theme.value();
      dataset['accent'] = this.accent.value();
    });
  }
}
