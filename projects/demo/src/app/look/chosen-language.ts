import { DOCUMENT } from '@angular/common';
import { effect, inject, Injectable } from '@angular/core';
import { KeptChoice } from './kept-choice';

/** What the languages call themselves. */
export const LANGUAGES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  zh: '中文',
  ar: 'العربية',
} as const;

export type Language = keyof typeof LANGUAGES;

/** The language of the library's components. The demo's own texts are English in any case. */
@Injectable({ providedIn: 'root' })
export class ChosenLanguage {
  private readonly choice = new KeptChoice<Language>('demo.language', [
    'en',
    'de',
    'es',
    'fr',
    'zh',
    'ar',
  ]);
  readonly language = this.choice.value;

  // #region language
  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => {
      root.lang = this.language();
      root.dir = this.language() === 'ar' ? 'rtl' : 'ltr';
    });
  }

  // #endregion

  choose(language: string): void {
    this.choice.choose(language);
  }
}
