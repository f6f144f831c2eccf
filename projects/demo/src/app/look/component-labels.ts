import { inject, Provider } from '@angular/core';
import {
  authLabelsAr,
  authLabelsDe,
  authLabelsEn,
  authLabelsEs,
  authLabelsFr,
  authLabelsZh,
  provideAuthLabels,
} from 'ngx-auth-kit';
import { ChosenLanguage } from './chosen-language';

// #region labels
const LABELS = {
  en: authLabelsEn,
  de: authLabelsDe,
  es: authLabelsEs,
  fr: authLabelsFr,
  zh: authLabelsZh,
  ar: authLabelsAr,
};

/** The words of the library's components, in whatever language is chosen at the moment. */
export function provideComponentLabels(): Provider {
  return provideAuthLabels(() => LABELS[inject(ChosenLanguage).language()]);
}
// #endregion
