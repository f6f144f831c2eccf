import type { AppSize } from './app-size.ts';
import type { OwnSizes } from './own-sizes.ts';

/** In every build that has Angular's reactive or template-driven forms. */
export const FORMS = 'ngSubmit';

/** How much of an app's size is Angular's forms, in bytes of gzip; 0 for an app without them. */
export function formsShare({ text }: AppSize, own: OwnSizes): number {
  const formsAlone = own['forms-baseline'].initial.gzip - own.baseline.initial.gzip;
  return text.includes(FORMS) ? formsAlone : 0;
}
