import { HttpEvent, HttpResponse } from '@angular/common/http';
import { MonoTypeOperatorFunction, tap } from 'rxjs';
import { HttpAnswer, Witness } from './witness';

/** A refusal of the backend that a later interceptor of the app has made a success of. */
export class HiddenRefusal {
  /** @param made What the interceptor answered instead; empty if nothing. */
  constructor(readonly made: readonly HttpEvent<unknown>[]) {}
}

/** Fails with a {@link HiddenRefusal} if there is one. */
export function exposeRefusal(
  witness: Witness,
  isRefusal: (answer: HttpAnswer) => boolean,
): MonoTypeOperatorFunction<HttpEvent<unknown>> {
  const check = (...made: HttpEvent<unknown>[]) => {
    const { answer } = witness;
    if (answer && !answer.ok && isRefusal(answer)) throw new HiddenRefusal(made);
  };
  return tap({
    next: (event) => event instanceof HttpResponse && check(event),
    complete: () => check(),
  });
}
