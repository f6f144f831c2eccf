import { map, MonoTypeOperatorFunction, Observable, takeUntil } from 'rxjs';
import { AuthError } from '../../errors/auth-error';

/** Cancels the source and fails with `session_expired` when the other emits. */
export function failOn<T>(other: Observable<unknown>): MonoTypeOperatorFunction<T> {
  return takeUntil(
    other.pipe(
      map(() => {
        throw new AuthError('session_expired');
      }),
    ),
  );
}
