export type { AuthFieldLabels, AuthFormLabels, AuthLabels } from './auth-labels';
export { authLabelsAr } from './auth-labels-ar';
export { authLabelsDe } from './auth-labels-de';
export { authLabelsEn } from './auth-labels-en';
export { authLabelsEs } from './auth-labels-es';
export { authLabelsFr } from './auth-labels-fr';
export { authLabelsZh } from './auth-labels-zh';
export { provideAuthLabels } from './provide-auth-labels';
export type { AuthLabelChanges } from './provide-auth-labels';

// Not public: for the entry point `ngx-auth-kit/components`.
export { AUTH_LABELS as ɵAUTH_LABELS } from './provide-auth-labels';
