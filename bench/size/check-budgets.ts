import type { AppSize } from './app-size.ts';
import { FORMS } from './forms-share.ts';
import { kilobytes } from './kilobytes.ts';
import type { OwnSizes } from './own-sizes.ts';

/** What the package promises about its size. */
type PromiseName =
  | 'core'
  | 'core and refresh'
  | 'components'
  | 'no refresh code in core'
  | 'no code for storage that answers promises in the first page'
  | 'no component in core'
  | 'no component in AuthModule alone'
  | 'no component in the first page when lazy';

/**
 * Promises that are not kept. They fail nevertheless beyond what they are at today, in bytes. A promise
 * that is kept leaves this list.
 */
const NOT_KEPT_YET: Partial<Readonly<Record<PromiseName, number>>> = {
  core: 18_400,
  'core and refresh': 21_050,
  components: 12_100,
};

/** In every build that has the component or the code, whatever minification does. */
const COMPONENT = 'auth-login';
const REFRESH_CODE = 'withTokenRefresh';
const LATE_STORAGE = 'did not answer within';

/** One promise of the package about its size. */
export interface Budget {
  readonly name: PromiseName;
  readonly isKept: boolean;
  /** What was measured, in words. */
  readonly measured: string;
  /** Broken, and not among {@link NOT_KEPT_YET}, or worse than that says. */
  readonly fails: boolean;
}

/** Compares what was measured with what is promised. */
export function checkBudgets(sizes: OwnSizes): readonly Budget[] {
  const { baseline, core, refresh, module, 'components-lazy': components } = sizes;
  const added = ({ initial }: AppSize) => initial.gzip - baseline.initial.gzip;
  assertMarks(REFRESH_CODE, refresh);
  assertMarks(COMPONENT, components);
  assertMarks(LATE_STORAGE, core);
  assertMarks(FORMS, sizes['forms-baseline']);
  return [
    atMost('core', 4_000, added(core)),
    atMost('core and refresh', 6_000, added(refresh)),
    atMost('components', 6_000, componentsAlone(sizes)),
    absent('no refresh code in core', REFRESH_CODE, core),
    absent('no code for storage that answers promises in the first page', LATE_STORAGE, core),
    absent('no component in core', COMPONENT, core),
    absent('no component in AuthModule alone', COMPONENT, module),
    absent('no component in the first page when lazy', COMPONENT, components),
  ];
}

/**
 * What the three components add, in bytes of gzip, to an app that has the core, and a page that uses
 * of Angular what pages use: links, loops, slots, inputs and outputs.
 */
function componentsAlone(own: OwnSizes): number {
  const { baseline, core, 'components-lazy': components } = own;
  const usualPage = own['usual-baseline'].initial.gzip - baseline.initial.gzip;
  // Both have the file for storage that answers promises, which no page here loads.
  const added = components.lazy.gzip - core.lazy.gzip;
  return components.initial.gzip + added - core.initial.gzip - usualPage;
}

function atMost(name: PromiseName, limit: number, bytes: number): Budget {
  const isKept = bytes <= limit;
  const measured = `${kilobytes(bytes)} of ${kilobytes(limit)}`;
  return { name, isKept, measured, fails: !isKept && bytes > (NOT_KEPT_YET[name] ?? limit) };
}

function absent(name: PromiseName, marker: string, { initialText }: AppSize): Budget {
  const isKept = !initialText.includes(marker);
  const measured = `\`${marker}\` is ${isKept ? 'absent' : 'there'}`;
  return { name, isKept, measured, fails: !isKept };
}

/** A marker that is nowhere would be absent everywhere. */
function assertMarks(marker: string, { text }: AppSize): void {
  if (!text.includes(marker)) throw new Error(`"${marker}" no longer marks what it should.`);
}
