import type { AppSize } from './app-size.ts';
import { appSize } from './app-size.ts';
import { buildOnce } from './build-once.ts';

const NAMES = [
  'baseline',
  'forms-baseline',
  'usual-baseline',
  'core',
  'refresh',
  'components-lazy',
  'module-baseline',
  'module',
] as const;

/** The set-ups of `bench/apps` that have a budget, with what they are compared with. */
export type OwnSizes = Readonly<Record<(typeof NAMES)[number], AppSize>>;

/** Builds and measures them: whole builds by the Angular CLI, as users make them. */
export function measureOwnSizes(): OwnSizes {
  const sizes = NAMES.map((name) => [name, appSize(buildOnce(`apps/${name}.ts`))] as const);
  return Object.fromEntries(sizes) as OwnSizes;
}
