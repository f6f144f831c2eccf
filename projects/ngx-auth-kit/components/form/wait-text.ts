import { AuthLabels } from 'ngx-auth-kit/labels';

/** How long a user has to wait yet, in words; the plural is Unicode's for the language. */
export function waitText(seconds: number, { language, wait }: AuthLabels): string {
  if (seconds <= 0) return wait.over;
  const inMinutes = seconds > 90;
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: inMinutes ? 'minute' : 'second',
    unitDisplay: 'long',
  });
  return wait.remaining(format.format(inMinutes ? Math.ceil(seconds / 60) : seconds));
}
