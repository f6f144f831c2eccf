import type { AppSize } from './app-size.ts';
import { FORMS, formsShare } from './forms-share.ts';
import { kilobytes } from './kilobytes.ts';
import type { OwnSizes } from './own-sizes.ts';

/** What the package promises about its size. */
type PromiseName =
  | 'core'
  | 'core and refresh'
  | 'components'
  | 'no refresh code in core'
  | 'no component in core'
  | 'no component in AuthModule alone'
  | 'no component in the first page when lazy';

/** Known to be broken for now: told, but no failure. Empty this list as they are kept. */
export const NOT_KEPT_YET: readonly PromiseName[] = [
  'core',
  'core and refresh',
  'components',
  'no component in AuthModule alone',
  'no component in the first page when lazy',
];

/** In every build that has the component or the code, whatever minification does. */
const COMPONENT = 'auth-login';
const REFRESH_CODE = 'withTokenRefresh';

/** One promise of the package about its size. */
export interface Budget {
  readonly name: PromiseName;
  readonly isKept: boolean;
  /** What was measured, in words. */
  readonly measured: string;
  /** Broken, and not among {@link NOT_KEPT_YET}. */
  readonly fails: boolean;
}

/** Compares what was measured with what is promised. */
export function checkBudgets(sizes: OwnSizes): readonly Budget[] {
  const { baseline, core, refresh, module, 'components-lazy': components } = sizes;
  const added = ({ initial }: AppSize) => initial.gzip - baseline.initial.gzip;
  assertMarks(REFRESH_CODE, refresh);
  assertMarks(COMPONENT, components);
  assertMarks(FORMS, sizes['forms-baseline']);
  return [
    atMost('core', 4_000, added(core)),
    atMost('core and refresh', 6_000, added(refresh)),
    atMost('components', 6_000, componentsAlone(sizes)),
    absent('no refresh code in core', REFRESH_CODE, core),
    absent('no component in core', COMPONENT, core),
    absent('no component in AuthModule alone', COMPONENT, module),
    absent('no component in the first page when lazy', COMPONENT, components),
  ];
}

/**
 * What the three components add, in bytes of gzip, to an app that has the core and Angular's forms
 * already, if they use those: it would be unfair to count them, and to hide that they are needed.
 */
function componentsAlone(own: OwnSizes): number {
  const { core, 'components-lazy': components } = own;
  const { initial, lazy } = components;
  return initial.gzip + lazy.gzip - core.initial.gzip - formsShare(components, own);
}

function atMost(name: PromiseName, limit: number, bytes: number): Budget {
  const measured = `${kilobytes(bytes)} of ${kilobytes(limit)}`;
  return budget(name, bytes <= limit, measured);
}

function absent(name: PromiseName, marker: string, { initialText }: AppSize): Budget {
  const isKept = !initialText.includes(marker);
  return budget(name, isKept, `\`${marker}\` is ${isKept ? 'absent' : 'there'}`);
}

/** A marker that is nowhere would be absent everywhere. */
function assertMarks(marker: string, { text }: AppSize): void {
  if (!text.includes(marker)) throw new Error(`"${marker}" no longer marks what it should.`);
}

function budget(name: PromiseName, isKept: boolean, measured: string): Budget {
  return { name, isKept, measured, fails: !isKept && !NOT_KEPT_YET.includes(name) };
}
