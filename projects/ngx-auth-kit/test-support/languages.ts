import { authLabelsAr } from '../labels/auth-labels-ar';
import { authLabelsDe } from '../labels/auth-labels-de';
import { authLabelsEn } from '../labels/auth-labels-en';
import { authLabelsEs } from '../labels/auth-labels-es';
import { authLabelsFr } from '../labels/auth-labels-fr';
import { authLabelsZh } from '../labels/auth-labels-zh';

/** Every language that the package has. */
export const LANGUAGES = [
  authLabelsEn,
  authLabelsDe,
  authLabelsEs,
  authLabelsFr,
  authLabelsZh,
  authLabelsAr,
];
