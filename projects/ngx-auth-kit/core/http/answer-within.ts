import { MonoTypeOperatorFunction, Observable } from 'rxjs';
import { Time } from '../config/time';
import { AuthError } from '../errors/auth-error';

/**
 * Fails with `timeout` unless the source has answered after so many milliseconds. (RxJS's own
 * `timeout` brings its scheduler along, which is larger than all of the interceptor.)
 */
export function answerWithin<T>(milliseconds: number, time: Time): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable<T>((subscriber) => {
      const timer = time.setTimeout(() => subscriber.error(new AuthError('timeout')), milliseconds);
      subscriber.add(() => time.clearTimeout(timer));
      source.subscribe(subscriber);
    });
}
