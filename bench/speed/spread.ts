/** The middle half of some values. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** Quartiles, because on a busy machine single values mean nothing. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) => {
    const position = (sorted.length - 1) * share;
    const [below, above] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
    return below + (above - below) * (position - Math.floor(position));
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** The spread of each round's ratio to the reference of the same round. */
export function ratios(values: readonly number[], reference: readonly number[]): Spread {
  return spread(values.map((value, round) => value / reference[round]!));
}
