import type { Spread } from '../speed/spread.ts';

/** As in the tables: the median, and the quartiles in brackets. */
export function inWords({ low, median, high }: Spread, digits: number, unit = ''): string {
  const number = (value: number) => value.toFixed(digits);
  return `${number(median)}${unit} (${number(low)}–${number(high)})`;
}
