import { markdownTable } from '../report/markdown-table.ts';
import type { AppSize } from './app-size.ts';
import { appSize } from './app-size.ts';
import { BuildFailure } from './build-failure.ts';
import { buildOnce } from './build-once.ts';
import { formsShare } from './forms-share.ts';
import { kilobytes } from './kilobytes.ts';
import type { OwnSizes } from './own-sizes.ts';
import type { SetUp } from './set-ups.ts';

const HEADING = [
  'set-up',
  'first page, min+gzip',
  'first page, brotli',
  'core = 1',
  'lazy, min+gzip',
  'all, beyond Angular’s forms, min+gzip',
];

/** The table of what set-ups add to their baseline. */
export function sizeTable(setUps: readonly SetUp[], own: OwnSizes): string {
  const core = own.core.initial.gzip - own.baseline.initial.gzip;
  const rows = setUps.map((setUp) => {
    const size = sizeOrReason(setUp);
    if (typeof size === 'string') return [setUp.label, `does not build: ${size}`, '', '', '', ''];
    const { initial, lazy } = setUp.isModule ? own['module-baseline'] : own.baseline;
    const gzip = size.initial.gzip - initial.gzip;
    const later = size.lazy.gzip - lazy.gzip;
    const forms = formsShare(size, own);
    return [
      setUp.label,
      kilobytes(gzip),
      kilobytes(size.initial.brotli - initial.brotli),
      (gzip / core).toFixed(2),
      later === 0 ? '–' : kilobytes(later),
      forms > 0 ? kilobytes(gzip + later - forms) : '–',
    ];
  });
  return markdownTable(HEADING, rows);
}

function sizeOrReason({ entry }: SetUp): AppSize | string {
  try {
    return appSize(buildOnce(entry));
  } catch (error) {
    if (error instanceof BuildFailure) return error.reason;
    throw error;
  }
}
