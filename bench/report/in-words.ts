import type { Spread } from '../speed/spread.ts';

/** As in the tables: the median, and the quartiles in brackets. */
export function inWords({ low, median, high }: Spread, unit = ''): string {
  return `${rounded(median)}${unit} (${rounded(low)}–${rounded(high)})`;
}

/** As in the tables: three significant digits. */
export function rounded(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}
