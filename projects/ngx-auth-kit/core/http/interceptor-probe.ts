import { HttpContextToken, HttpRequest } from '@angular/common/http';
import { finalize, Observable } from 'rxjs';
import { DevMessages } from '../errors/dev-messages';
import { SessionProof } from './session-proof';
import { Witness } from './witness';

/**
 * Called by the interceptor for the requests of `AuthApi`, so that dev mode notices its absence. It says
 * whose interceptor it is: that of another session does not count.
 */
export const INTERCEPTOR_PROBE = new HttpContextToken<((of: SessionProof) => void) | null>(
  () => null,
);

/** Says in dev mode which line to add when a request met no interceptor of ours. */
export function noticeMissingInterceptor<T>(
  answer: Observable<T>,
  { context }: HttpRequest<unknown>,
  witness: Witness,
  proof: SessionProof,
  messages: DevMessages,
): Observable<T> {
  let installed = false;
  context.set(INTERCEPTOR_PROBE, (of) => (installed ||= of === proof));
  return answer.pipe(
    finalize(() => {
      // What never left may have met an interceptor of the app that comes before ours.
      if (installed || !witness.sentTo) return;
      messages.warnOnce(
        'no interceptor',
        'the interceptor is not installed, so no request of this app carries the token. Add it: ' +
          'provideHttpClient(withInterceptors([authInterceptor])), or with AuthModule: ' +
          'provideHttpClient(withInterceptorsFromDi()).',
      );
    }),
  );
}
