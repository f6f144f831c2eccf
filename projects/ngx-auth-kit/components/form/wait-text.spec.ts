import {
  AuthLabels,
  authLabelsAr,
  authLabelsDe,
  authLabelsEn,
  authLabelsEs,
  authLabelsFr,
  authLabelsZh,
} from 'ngx-auth-kit/labels';
import { waitText } from './wait-text';

/** Plurals as Unicode has them for the language. */
const WAITS: [AuthLabels, seconds: number, text: string][] = [
  [authLabelsEn, 0, 'You can try again now.'],
  [authLabelsEn, 1, 'You can try again in 1 second.'],
  [authLabelsEn, 90, 'You can try again in 90 seconds.'],
  [authLabelsEn, 91, 'You can try again in 2 minutes.'],
  [authLabelsEn, 3_600, 'You can try again in 60 minutes.'],
  [authLabelsDe, 1, 'Nächster Versuch möglich in 1 Sekunde.'],
  [authLabelsDe, 300, 'Nächster Versuch möglich in 5 Minuten.'],
  [authLabelsEs, 1, 'Podrás intentarlo de nuevo en 1 segundo.'],
  [authLabelsFr, 2, 'Vous pourrez réessayer dans 2\u00a0secondes.'],
  [authLabelsZh, 42, '请在 42秒钟后重试。'],
  [authLabelsAr, 2, 'الوقت المتبقي قبل المحاولة التالية: ثانيتان'],
  [authLabelsAr, 3, 'الوقت المتبقي قبل المحاولة التالية: 3 ثوان'],
  [authLabelsAr, 11, 'الوقت المتبقي قبل المحاولة التالية: 11 ثانية'],
];

describe('the text about waiting', () => {
  for (const [labels, seconds, text] of WAITS) {
    it(`in ${labels.language} for ${seconds} seconds has the right plural`, () =>
      expect(waitText(seconds, labels)).toBe(text));
  }

  it('takes a language as other systems write it', () =>
    expect(waitText(42, { ...authLabelsDe, language: 'de_AT' })).toContain('42 Sekunden'));

  for (const language of ['', 'x', 'not a language', 'de_AT.UTF-8']) {
    it(`still tells the time with “${language}” for a language`, () =>
      expect(waitText(42, { ...authLabelsEn, language })).toContain('42'));
  }
});
