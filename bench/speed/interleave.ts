/** What was measured of each variant, one value a round, in the order of the rounds. */
export type Samples<T> = ReadonlyMap<string, readonly T[]>;

/**
 * Runs every variant once a round, in a new random order each round, so that whatever else the
 * machine does meets all of them alike. The first rounds, in which code gets warm, do not count.
 */
export async function interleave<T>(
  variants: ReadonlyMap<string, () => Promise<T>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Samples<T>> {
  const samples = new Map([...variants.keys()].map((name) => [name, [] as T[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of shuffled([...variants])) {
      const sample = await run();
      if (round >= 0) samples.get(name)!.push(sample);
    }
  }
  return samples;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
