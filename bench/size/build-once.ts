import { buildApp } from './build-app.ts';
import { BuildFailure } from './build-failure.ts';

const finished = new Map<string, string | BuildFailure>();

/** As {@link buildApp}, but an app that several tables need is built for the first of them only. */
export function buildOnce(entry: string): string {
  const known = finished.get(entry) ?? build(entry);
  finished.set(entry, known);
  if (known instanceof BuildFailure) throw known;
  return known;
}

function build(entry: string): string | BuildFailure {
  try {
    return buildApp(entry);
  } catch (error) {
    if (error instanceof BuildFailure) return error;
    throw error;
  }
}
