import { Time } from '../../config/time';

/** A moment by two clocks: one may be set back, the other may stand still in sleep. */
export interface Moment {
  readonly now: number;
  readonly elapsed: number;
}

/** The present moment, or one so many milliseconds ago. */
export function momentOf(time: Time, ago = 0): Moment {
  return { now: time.now() - ago, elapsed: time.elapsed() - ago };
}

/** Milliseconds since the moment, by the clock that says more. */
export function passedSince({ now, elapsed }: Moment, time: Time): number {
  return Math.max(time.now() - now, time.elapsed() - elapsed);
}
