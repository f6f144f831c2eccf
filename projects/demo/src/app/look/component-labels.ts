import { Provider } from '@angular/core';

/**
 * Plug: the labels of the library's components in the chosen language. Once the library has them,
 * `provideAuthLabels(() => LABELS[inject(ChosenLanguage).language()])` stands here, and nothing else
 * changes.
 */
export function provideComponentLabels(): Provider {
  return [];
}
