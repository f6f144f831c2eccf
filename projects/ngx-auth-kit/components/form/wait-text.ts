import { AuthLabels } from 'ngx-auth-kit/labels';

/** How long a user has to wait yet, in words; the plural is Unicode's for the language. */
export function waitText(seconds: number, { language, wait }: AuthLabels): string {
  if (seconds <= 0) return wait.over;
  const inMinutes = seconds > 90;
  const format = numberFormat(language.replaceAll('_', '-'), {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  });
  return wait.remaining(format.format(inMinutes ? Math.ceil(seconds / 60) : seconds));
}

function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language, options);
  } catch {
    // No language tag; the browser's own language tells the time at least.
    return new Intl.NumberFormat(undefined, options);
  }
}
