/** Waits, frame by frame, until the condition gives something; the spec's own time-out bounds it. */
export async function until<T>(condition: () => T): Promise<NonNullable<T>> {
  for (;;) {
    const result = condition();
    if (result) return result;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
